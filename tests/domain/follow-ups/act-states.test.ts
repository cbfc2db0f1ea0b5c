import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { archiveFollowUp, restoreFollowUp } from '#app/domain/follow-ups/archive-follow-up.server.ts';
import { assignFollowUp } from '#app/domain/follow-ups/assign-follow-up.server.ts';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { createFollowUp } from '#app/domain/follow-ups/create-follow-up.server.ts';
import { editFollowUp } from '#app/domain/follow-ups/edit-follow-up.server.ts';
import { moveFollowUps } from '#app/domain/follow-ups/move-follow-ups.server.ts';
import { reopenFollowUp } from '#app/domain/follow-ups/reopen-follow-up.server.ts';
import { snoozeFollowUp, wakeFollowUp } from '#app/domain/follow-ups/snooze-follow-up.server.ts';
import { readChanges } from '#app/domain/kernel/audit-chain.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { makeWorld, type World } from '#tests/world.ts';

/**
 * Whatever is done to a follow-up in whatever order: no act leads to a state that cannot be, a refused one leaves no
 * trace, and the history tells how it came to stand as it does.
 */
const ACTS = [
  'complete',
  'next',
  'reopen',
  'snooze',
  'wake',
  'assign',
  'edit',
  'archive',
  'restore',
  'move',
  'wait',
];
const ACTORS = ['officer', 'colleague', 'outsider', 'admin'];
const START = new Date('2027-01-20T10:00:00Z');

describeOnBoth('every path of acts on a follow-up', (open, engine) => {
  let world: World;
  const contexts = new Map<string, Context>();

  beforeAll(async () => {
    world = await makeWorld(await open());
    for (const name of ACTORS) contexts.set(name, await world.as(name, START));
  });

  const as = (name: string, days: number): Context => {
    const context = contexts.get(name);
    if (!context) throw new Error(`There is no ${name}.`);
    return { ...context, now: new Date(START.getTime() + days * 86_400_000) };
  };
  const rows = (root: number) =>
    world.db
      .selectFrom('follow_up')
      .innerJoin('term', 'term.id', 'follow_up.status_id')
      .innerJoin('account', 'account.id', 'follow_up.assignee_id')
      .selectAll('follow_up')
      .select(['term.code as status', 'account.ref as assignee'])
      .where('follow_up.id', '>=', root)
      .orderBy('follow_up.id')
      .execute();
  const events = (ids: number[]) =>
    world.db
      .selectFrom('audit_event')
      .innerJoin('audit_value', 'audit_value.event_id', 'audit_event.id')
      .select(['audit_event.id', 'action', 'record_id', 'body'])
      .where('noun', '=', 'follow_up')
      .where('record_id', 'in', ids)
      .orderBy('audit_event.id')
      .execute();

  type Row = Awaited<ReturnType<typeof rows>>[number];

  const perform = async (context: Context, act: string, row: Row, draw: number): Promise<string> => {
    const { ref } = row;
    const people = ['officer', 'colleague', 'outsider'].map((name) => as(name, 0).actor.ref);
    const person = people[draw % 3] ?? '';
    const days = (draw % 61) - 30;
    switch (act) {
      case 'complete':
        return (await completeFollowUp(context, ref, draw % 2 ? 'Done so' : '')).outcome;
      case 'next':
        return (
          await completeFollowUp(context, ref, 'So', {
            title: 'And then',
            due: '2027-05-01',
            assignee: person,
          })
        ).outcome;
      case 'reopen':
        return `${await reopenFollowUp(context, ref)}`;
      case 'snooze':
        return (
          await snoozeFollowUp(context, ref, ['tomorrow', 'next-week', '2027-04-01', 'never'][draw % 4] ?? '')
        ).outcome;
      case 'wake':
        return `${await wakeFollowUp(context, ref)}`;
      case 'assign':
        return (await assignFollowUp(context, ref, { assignee: person, note: 'Yours' })).outcome;
      case 'edit': {
        const form = {
          key: 'a key of its own',
          title: `Title ${draw % 5}`,
          assignee: row.assignee,
          due: addDays(row.due_on, days),
          priority: draw % 2 ? 'high' : 'normal',
          recurrence: ['', 'weekly', 'monthly'][draw % 3] ?? '',
          recursUntil: '',
          workAreas: ['tools'],
          countries: draw % 2 ? ['TGO'] : [],
          interaction: '',
        };
        return (await editFollowUp(context, ref, form, draw % 7 ? row.version : row.version - 1)).outcome;
      }
      case 'archive':
        return `${await archiveFollowUp(context, ref)}`;
      case 'restore':
        return `${await restoreFollowUp(context, ref)}`;
      default:
        return (await moveFollowUps(context, [{ ref, version: draw % 7 ? row.version : 0 }], days)).outcome;
    }
  };

  const step = fc.record({
    act: fc.constantFrom(...ACTS),
    who: fc.constantFrom('officer', 'officer', ...ACTORS),
    which: fc.nat(3),
    draw: fc.nat(1000),
  });

  it('stays within what can be, and is told by its history', { timeout: 120_000 }, async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 14 }),
        fc.boolean(),
        async (steps, recurs) => {
          const officer = as('officer', 0);
          const made = await createFollowUp(officer, {
            key: `property-${(count += 1)}`,
            title: 'Call them',
            assignee: officer.actor.ref,
            due: '2027-01-31',
            priority: 'normal',
            recurrence: recurs ? 'monthly' : '',
            recursUntil: '',
            workAreas: ['tools'],
            countries: ['TGO'],
            interaction: '',
          });
          const ref = made.outcome === 'saved' ? made.ref : '';
          const root = await world.db
            .selectFrom('follow_up')
            .select('id')
            .where('ref', '=', ref)
            .executeTakeFirstOrThrow();
          let days = 0;
          for (const { act, who, which, draw } of steps) {
            const before = await rows(root.id);
            if (act === 'wait') {
              days += draw % 20;
              continue;
            }
            const row = before[which % before.length];
            if (!row) throw new Error('The first one is always there.');
            const told = (await events(before.map(({ id }) => id))).length;
            const end = await perform(as(who, days), act, row, draw).catch((error: Error) => {
              expect(['Conflict', 'Forbidden', 'NotFound']).toContain(error.name);
              return 'refused';
            });
            const after = await rows(root.id);
            if (['refused', 'stale'].includes(end)) {
              expect(after).toEqual(before);
              expect((await events(before.map(({ id }) => id))).length).toBe(told);
            }
            await expectPossible(after);
          }
        },
      ),
      { numRuns: engine === 'sqlite' ? 40 : 5 },
    );
  });

  async function expectPossible(all: Row[]): Promise<void> {
    const history = await events(all.map(({ id }) => id));
    const links = await world.db
      .selectFrom('follow_up_work_area')
      .selectAll()
      .where(
        'follow_up_id',
        'in',
        all.map(({ id }) => id),
      )
      .execute();
    for (const row of all) {
      const open_ = row.meaning === 'open';
      expect(row.status).toBe(open_ ? 'open' : 'done');
      expect(row.done_at === null).toBe(open_);
      expect(row.done_by_id === null).toBe(open_);
      if (open_) expect(row.outcome).toBeNull();
      else expect(row.snoozed_until).toBeNull();
      expect(row.recurs_from === null).toBe(row.recurrence === null);
      expect((row.archived_at === null) === (row.archived_by_id === null)).toBe(true);
      for (const link of links.filter((one) => one.follow_up_id === row.id)) {
        expect([link.meaning, link.due_on]).toEqual([row.meaning, row.due_on]);
      }
      const told = tell(history.filter((event) => event.record_id === row.id));
      expect(told.acts).toBe(row.version);
      expect(told.fields).toMatchObject({
        status: row.status,
        assignee: row.assignee,
        due: row.due_on,
        snoozed_until: row.snoozed_until,
        removed: row.archived_at !== null,
      });
    }
  }

  /** How the history says that it stands: each act's changes, one after the other, each from where the last left it. */
  function tell(history: Awaited<ReturnType<typeof events>>) {
    const fields: Record<string, unknown> = { status: 'open', snoozed_until: null, removed: false };
    for (const { id, body, action } of history) {
      for (const [field, [before, after]] of Object.entries(
        readChanges(contexts.get('officer')!.keys, id, body),
      )) {
        if (field in fields && action !== 'follow-up.created')
          expect([action, field, before]).toEqual([action, field, fields[field]]);
        if (field !== 'note' && field !== 'outcome') fields[field] = after;
      }
    }
    return { acts: history.length, fields };
  }
});
