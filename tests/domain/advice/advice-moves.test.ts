import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { archiveAdvice } from '#app/domain/advice/archive-advice.server.ts';
import { editAdvice } from '#app/domain/advice/edit-advice.server.ts';
import { editStep, findStep, formOfStep } from '#app/domain/advice/edit-step.server.ts';
import { giveAdvice } from '#app/domain/advice/give-advice.server.ts';
import { moveAdvice } from '#app/domain/advice/move-advice.server.ts';
import { openAdvice } from '#app/domain/advice/open-advice.server.ts';
import { restoreAdvice } from '#app/domain/advice/restore-advice.server.ts';
import { firstStatus, isStage, kindOfMove, needsReason } from '#app/domain/advice/statuses.ts';
import { statusTerms } from '#app/domain/advice/status-terms.server.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { adviceForm, stepForm } from '../../advice.ts';
import { describeOnBoth } from '../../databases.ts';
import { makeWorld, type World } from '../../world.ts';

const CODES = [
  'given',
  'acknowledged',
  'partly_adopted',
  'adopted',
  'in_practice',
  'rejected',
  'lapsed',
  'superseded',
  'withdrawn',
  'nope',
];

type Act =
  | { act: 'move'; status: string; wait: number; reason: boolean; stale: boolean }
  | { act: 'redate-step'; place: number; shift: number }
  | { act: 'redate'; shift: number }
  | { act: 'archive' }
  | { act: 'restore' };

const acts = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        act: fc.constant('move' as const),
        status: fc.constantFrom(...CODES),
        wait: fc.integer({ min: -40, max: 90 }),
        reason: fc.boolean(),
        stale: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        act: fc.constant('redate-step' as const),
        place: fc.integer({ min: 0, max: 5 }),
        shift: fc.integer({ min: -60, max: 60 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ act: fc.constant('redate' as const), shift: fc.integer({ min: -60, max: 60 }) }),
    },
    { weight: 1, arbitrary: fc.constantFrom<Act>({ act: 'archive' }, { act: 'restore' }) },
  ),
  { minLength: 1, maxLength: 12 },
);

const START = '2025-01-01';

describeOnBoth('the states of advice', (open) => {
  let world: World;
  let officer: Context;

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
  });

  it('can be reached by no path without the steps that explain them', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (path) => {
        const given = await giveAdvice(
          officer,
          adviceForm(officer, { on: START, recipients: [`organisation:${world.ministry.ref}`] }),
        );
        const ref = given.outcome === 'refused' ? '' : given.ref;
        for (const one of path) {
          await tried(() => run(ref, one));
          await explained(ref);
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  /** What a colleague might try next, legal or not. */
  async function run(ref: string, one: Act): Promise<unknown> {
    if (one.act === 'archive') return archiveAdvice(officer, ref);
    if (one.act === 'restore') return restoreAdvice(officer, ref);
    const steps = await stepsOf(ref);
    if (one.act === 'move') {
      const form = await stepForm(officer, ref, {
        status: one.status,
        on: addDays(steps.at(-1)?.occurred_on ?? START, one.wait),
        reason: one.reason ? 'It was voted down' : '',
      });
      return moveAdvice(officer, ref, one.stale ? { ...form, version: '1' } : form);
    }
    if (one.act === 'redate') {
      const form = await openAdvice(officer, ref);
      return editAdvice(officer, ref, { ...form, on: addDays(form.on, one.shift) });
    }
    const step = steps[one.place];
    if (!step) return undefined;
    const found = await findStep(officer, ref, step.ref);
    const form = formOfStep(officer, found.advice, found.step);
    return editStep(officer, ref, step.ref, { ...form, on: addDays(form.on, one.shift), reason: '' });
  }

  const stepsOf = async (ref: string) =>
    world.db
      .selectFrom('advice_step')
      .innerJoin('advice', 'advice.id', 'advice_step.advice_id')
      .select(['advice_step.ref', 'advice_step.status_id', 'advice_step.occurred_on', 'advice_step.reason'])
      .where('advice.ref', '=', ref)
      .orderBy('advice_step.id')
      .execute();

  /** The status is that of the last step; steps follow each other in time, each a legal move with its reason. */
  async function explained(ref: string): Promise<void> {
    const advice = await world.db
      .selectFrom('advice')
      .selectAll()
      .where('ref', '=', ref)
      .executeTakeFirstOrThrow();
    const steps = await stepsOf(ref);
    const statuses = statusTerms(officer.reference);
    const statusAt = (place: number) => statuses.find(({ id }) => id === steps[place]?.status_id);
    expect(statusAt(0)).toBe(statuses.find(({ id }) => id === firstStatus(statuses).id));
    expect(steps[0]?.occurred_on).toBe(advice.given_on);
    expect(advice.status_id).toBe(steps.at(-1)?.status_id);
    expect(advice.meaning).toBe(statusAt(steps.length - 1)?.meaning);
    const days = steps.map((step) => step.occurred_on);
    expect(days).toEqual([...days].sort());
    for (let place = 1; place < steps.length; place += 1) {
      const [from, to] = [statusAt(place - 1), statusAt(place)];
      if (!from || !to) throw new Error('A step has a status that is not in the vocabulary.');
      const kind = kindOfMove(from, to);
      expect(kind).toBeDefined();
      if (needsReason(from, to)) expect(steps[place]?.reason ?? '').not.toBe('');
      if (kind === 'onward') expect(isStage(from) && isStage(to)).toBe(true);
    }
  }
});

/** What is refused is refused: the state is looked at either way. */
async function tried(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Error) || !/Conflict|Forbidden|NotFound/.test(error.name)) throw error;
  }
}
