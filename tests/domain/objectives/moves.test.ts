import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#app/domain/kernel/fields.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { archiveObjective } from '#app/domain/objectives/archive-objective.server.ts';
import { moveObjective } from '#app/domain/objectives/move-objective.server.ts';
import { restoreObjective } from '#app/domain/objectives/restore-objective.server.ts';
import { takeBackMove } from '#app/domain/objectives/take-back-move.server.ts';
import type { Db } from '#db/client.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { moveForm, objectiveSet } from '#tests/objectives.ts';
import { makeWorld } from '#tests/world.ts';

type Act =
  | { act: 'move'; to: number; days: number; stale: boolean }
  | { act: 'take back'; which: 'last' | 'other' }
  | { act: 'archive' }
  | { act: 'restore' };

const acts = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        act: fc.constant('move' as const),
        to: fc.nat(10),
        days: fc.integer({ min: -40, max: 60 }),
        stale: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        act: fc.constant('take back' as const),
        which: fc.constantFrom('last' as const, 'other' as const),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ act: 'archive' as const }) },
    { weight: 1, arbitrary: fc.constant({ act: 'restore' as const }) },
  ),
  { maxLength: 14 },
);

/** What the rules say must come of it, told without a database. */
interface Model {
  stages: { code: string; on: string }[];
  archived: boolean;
}

async function endOf(act: () => Promise<unknown>): Promise<string> {
  try {
    return ((await act()) as { outcome?: string } | undefined)?.outcome ?? 'done';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

describeOnBoth('moves', (open) => {
  it(
    'always explain the stage, in order of date, and stop while it is archived',
    { timeout: 120_000 },
    async () => {
      const world = await makeWorld(await open());
      const officer = await world.as('officer');
      const { id: track } = officer.reference.term('objective_track', 'opcat');
      const codes = officer.reference.stagesOf(track).map(({ code }) => code);
      await fc.assert(
        fc.asyncProperty(acts, async (list) => {
          const begun = addDays(today(officer), -60);
          const ref = await objectiveSet(officer, { since: begun });
          const model: Model = { stages: [{ code: 'opcat.exploring', on: begun }], archived: false };
          for (const one of list) {
            expect(await endOf(() => doIt(officer, world.db, ref, one, codes, model))).toBe(
              expected(officer, one, codes, model),
            );
            await expectExplained(world.db, officer, ref, model);
          }
        }),
        { numRuns: 25 },
      );
    },
  );
});

const last = ({ stages }: Model) => stages.at(-1) ?? { code: '', on: '' };
const dayOf = (model: Model, days: number) => addDays(last(model).on, days);

async function doIt(context: Context, db: Db, ref: string, one: Act, codes: string[], model: Model) {
  if (one.act === 'archive') return archiveObjective(context, ref);
  if (one.act === 'restore') return restoreObjective(context, ref);
  if (one.act === 'take back') {
    const rows = await rowsOf(db, ref);
    const row = one.which === 'last' ? rows.at(-1) : rows.at(-2);
    return takeBackMove(context, ref, row?.ref ?? 'zzzzzzzzzz');
  }
  const from = one.stale ? 'opcat.nowhere' : last(model).code;
  const note = 'turned down, they say';
  return moveObjective(
    context,
    ref,
    moveForm(context, { from, stage: codes[one.to] ?? '', on: dayOf(model, one.days), note }),
  );
}

/** Answers how the act must end, and changes the model as it must. */
function expected(context: Context, one: Act, codes: string[], model: Model): string {
  if (one.act === 'restore') {
    if (!model.archived) return 'Conflict';
    model.archived = false;
    return 'done';
  }
  if (model.archived) return 'Conflict';
  if (one.act === 'archive') {
    model.archived = true;
    return 'done';
  }
  if (one.act === 'take back') {
    if (one.which === 'other' || model.stages.length < 2) return 'Conflict';
    model.stages.pop();
    return 'done';
  }
  if (one.stale) return 'Conflict';
  const on = dayOf(model, one.days);
  const code = codes[one.to] ?? '';
  if (code === last(model).code || one.days < 0 || on > today(context)) return 'refused';
  model.stages.push({ code, on });
  return 'moved';
}

const rowsOf = (db: Db, ref: string) =>
  db
    .selectFrom('objective_move')
    .innerJoin('objective', 'objective.id', 'objective_move.objective_id')
    .innerJoin('term', 'term.id', 'objective_move.stage_id')
    .select([
      'objective_move.ref',
      'term.code',
      'objective_move.occurred_on as on',
      'objective_move.from_stage_id',
      'objective_move.stage_id',
    ])
    .where('objective.ref', '=', ref)
    .where('objective_move.archived_at', 'is', null)
    .orderBy('objective_move.id')
    .execute();

async function expectExplained(db: Db, { reference }: Context, ref: string, model: Model): Promise<void> {
  const rows = await rowsOf(db, ref);
  expect(rows.map(({ code, on }) => ({ code, on }))).toEqual(model.stages);
  expect(rows.map(({ on }) => on)).toEqual(rows.map(({ on }) => on).sort());
  rows.forEach((row, place) => expect(row.from_stage_id).toBe(rows[place - 1]?.stage_id ?? null));
  const objective = await db
    .selectFrom('objective')
    .selectAll()
    .where('ref', '=', ref)
    .executeTakeFirstOrThrow();
  const now = reference.termById(objective.stage_id);
  expect({ code: now.code, on: objective.moved_on }).toEqual(last(model));
  expect(objective.meaning).toBe(now.meaning);
  expect(objective.archived_at !== null).toBe(model.archived);
}
