import { settleCommitment } from '#app/domain/commitments/settle-commitment.server.ts';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { listConsequences } from '#db/queries/demo-facts.ts';
import { contextOf, dayOf, instantOn, type Cast, type Entry } from './cast.ts';
import { takeStep } from './advice-steps.ts';
import { brokenReasons, taskOutcomes } from './fates.ts';

/** Something that happens on a later day to what an entry gave rise to. */
export interface Happening {
  day: number;
  happen(minute: number): Promise<void>;
}

/** What is to come of an entry that was logged: advice moves on, tasks are done, promises are kept or not. */
export async function outcomesOf(cast: Cast, entry: Entry, interactionRef: string): Promise<Happening[]> {
  const { advice, commitments, followUps } = await listConsequences(cast.seed.db, interactionRef);
  return [
    ...entry.advice.flatMap(({ fate }, place) => movesOf(cast, entry, advice[place]?.ref ?? '', fate)),
    ...[...entry.theirs, ...entry.ours].flatMap(([, due], place) =>
      settlementOf(cast, entry, commitments[place]?.ref ?? '', due),
    ),
    ...entry.tasks.flatMap(([, due, done], place) =>
      done ? completionOf(cast, entry, followUps[place]?.ref ?? '', due) : [],
    ),
  ];
}

function movesOf(cast: Cast, entry: Entry, ref: string, fate: readonly string[]): Happening[] {
  const { chance } = cast;
  let day = entry.day;
  return fate.flatMap((status): Happening[] => {
    day += status === 'lapsed' ? 240 + chance.below(60) : 14 + chance.below(110);
    if (day >= 0) return [];
    const on = day;
    return [
      {
        day: on,
        async happen(minute) {
          const context = contextOf(cast, entry.actor, instantOn(cast, on, minute));
          expectSaved(await takeStep(context, chance, { ref, status, on: dayOf(cast, on) }));
        },
      },
    ];
  });
}

function settlementOf(cast: Cast, entry: Entry, ref: string, due: number | null): Happening[] {
  const { chance } = cast;
  if (due === null || due >= 0) return [];
  const late = due > -60;
  const draw = chance.next();
  // The promise of the story that is nine days late is still waited for.
  if (late ? draw < 0.6 || due === -9 : draw < 0.12) return [];
  const kept = draw < 0.78;
  const day = Math.min(due + (kept ? chance.below(12) - 4 : 25), -1);
  if (day < entry.day) return [];
  const reason = kept ? '' : chance.pick(brokenReasons);
  return [
    {
      day,
      async happen(minute) {
        const context = contextOf(cast, entry.actor, instantOn(cast, day, minute));
        expectSaved(
          await settleCommitment(context, ref, {
            status: kept ? 'kept' : 'broken',
            on: dayOf(cast, day),
            reason,
          }),
        );
      },
    },
  ];
}

function completionOf(cast: Cast, entry: Entry, ref: string, due: number): Happening[] {
  const day = Math.min(Math.max(due + cast.chance.below(9) - 5, entry.day), -1);
  const outcome = cast.chance.pick(taskOutcomes);
  return [
    {
      day,
      happen: async (minute) => {
        await completeFollowUp(contextOf(cast, entry.actor, instantOn(cast, day, minute)), ref, outcome);
      },
    },
  ];
}

export function expectSaved(result: { outcome: string }): void {
  if (result.outcome !== 'saved')
    throw new Error(`What came of a demo entry was not saved: ${JSON.stringify(result)}`);
}
