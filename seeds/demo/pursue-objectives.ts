import { moveObjective } from '#app/domain/objectives/move-objective.server.ts';
import { observeStance } from '#app/domain/objectives/observe-stance.server.ts';
import { setObjective } from '#app/domain/objectives/set-objective.server.ts';
import { showEvidence } from '#app/domain/objectives/show-evidence.server.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import type { Actor } from '#db/visibility.ts';
import { contextOf, dayOf, instantOn, officersOf, type Cast } from './cast.ts';
import { demoCountries } from './countries.ts';
import type { ObjectiveStory } from './objective-story.ts';
import { americanAndEuropeanObjectives } from './objectives-americas-europe.ts';
import { oceanObjectives } from './objectives-ocean.ts';
import { togoObjectives } from './objectives-togo.ts';
import { westAfricanObjectives } from './objectives-west-africa.ts';
import type { Happening } from './outcomes.ts';

const objectiveStories = [
  ...togoObjectives,
  ...westAfricanObjectives,
  ...americanAndEuropeanObjectives,
  ...oceanObjectives,
];

/** Everything that befalls the objectives of the demo, each on its own day. */
export function pursueObjectives(cast: Cast): Happening[] {
  return objectiveStories.flatMap((story, place) => {
    const team = demoCountries.find(({ iso3 }) => iso3 === story.iso3)?.team ?? 'west-africa';
    const officers = officersOf(cast, team);
    // the first officer of a team is whoever signs in to the demo, and has most to do
    const actor = officers[story.iso3 === 'TGO' || place % 3 === 0 ? 0 : place % officers.length];
    return actor ? happeningsOf(cast, story, actor) : [];
  });
}

function happeningsOf(cast: Cast, story: ObjectiveStory, actor: Actor): Happening[] {
  let ref = '';
  const at = (day: number, minute: number) => contextOf(cast, actor, instantOn(cast, day, minute));
  const [[firstStage = '', firstDay = 0] = [], ...moves] = story.path;
  return [
    {
      day: firstDay,
      async happen(minute) {
        ref = await begin(cast, at(firstDay, minute), story, firstStage, dayOf(cast, firstDay));
      },
    },
    ...moves.map(([stage, day, evidence = '', note = ''], index): Happening => {
      const from = story.path[index]?.[0] ?? '';
      return {
        day,
        happen: (minute) => move(cast, at(day, minute), story, ref, { from, stage, day, evidence, note }),
      };
    }),
    ...(story.stances ?? [])
      .filter(([, , day]) => day >= firstDay)
      .map(([partner, stance, day, note = '']): Happening => ({
        day,
        happen: (minute) => observe(cast, at(day, minute), story, ref, { partner, stance, day, note }),
      })),
  ];
}

const keyOf = ({ chance }: Cast) => `${makeRef(chance.bytes)}${makeRef(chance.bytes)}`;

async function begin(
  cast: Cast,
  context: Context,
  story: ObjectiveStory,
  stage: string,
  since: string,
): Promise<string> {
  const outcome = await setObjective(context, {
    key: keyOf(cast),
    version: '',
    title: story.title,
    country: story.iso3,
    workArea: story.area,
    stage: `${story.track}.${stage}`,
    since,
    instrument: story.instrument ?? '',
    owner: context.actor.ref,
    target: story.target === undefined ? '' : dayOf(cast, story.target),
    nextStep: story.next ?? '',
    sensitivity: story.level ?? 'internal',
    readers: [],
  });
  if (outcome.outcome === 'refused')
    throw new Error(`The demo objective “${story.title}” was refused: ${JSON.stringify(outcome.errors)}`);
  return outcome.ref;
}

async function move(
  cast: Cast,
  context: Context,
  { track, title }: ObjectiveStory,
  ref: string,
  step: { from: string; stage: string; day: number; evidence: string; note: string },
): Promise<void> {
  const [meeting] = step.evidence === 'i' ? await showEvidence(context, ref) : [];
  const link = step.evidence.startsWith('d:') ? step.evidence.slice(2) : '';
  const outcome = await moveObjective(context, ref, {
    key: keyOf(cast),
    from: `${track}.${step.from}`,
    stage: `${track}.${step.stage}`,
    on: dayOf(cast, step.day),
    evidence: meeting ? 'interaction' : link === '' ? 'staff_judgement' : 'document',
    interaction: meeting?.ref ?? '',
    link,
    note: step.note,
  });
  if (outcome.outcome === 'refused')
    throw new Error(`A demo move of “${title}” was refused: ${JSON.stringify(outcome.errors)}`);
}

/** A country without such a partner has no such stance. */
async function observe(
  cast: Cast,
  context: Context,
  { iso3, title }: ObjectiveStory,
  ref: string,
  seen: { partner: string; stance: string; day: number; note: string },
): Promise<void> {
  const organisation = cast.organisations.get(iso3)?.find(({ type }) => type.startsWith(seen.partner));
  if (!organisation) return;
  const [meeting] = await showEvidence(context, ref);
  const outcome = await observeStance(context, ref, {
    key: keyOf(cast),
    partner: `organisation:${organisation.ref}`,
    stance: seen.stance,
    on: dayOf(cast, seen.day),
    interaction: meeting?.ref ?? '',
    note: seen.note,
  });
  if (outcome.outcome === 'refused')
    throw new Error(`A demo stance on “${title}” was refused: ${JSON.stringify(outcome.errors)}`);
}
