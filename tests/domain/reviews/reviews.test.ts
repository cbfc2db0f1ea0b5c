import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#app/domain/kernel/context.ts';
import { archiveReview } from '#app/domain/reviews/archive-review.server.ts';
import { completeDeadline } from '#app/domain/reviews/complete-deadline.server.ts';
import { editDeadline } from '#app/domain/reviews/edit-deadline.server.ts';
import { editReview } from '#app/domain/reviews/edit-review.server.ts';
import { exportReviews } from '#app/domain/reviews/export-reviews.server.ts';
import { moveDeadlines } from '#app/domain/reviews/move-deadlines.server.ts';
import { removeDeadline } from '#app/domain/reviews/remove-deadline.server.ts';
import { reopenDeadline } from '#app/domain/reviews/reopen-deadline.server.ts';
import { restoreDeadline } from '#app/domain/reviews/restore-deadline.server.ts';
import { restoreReview } from '#app/domain/reviews/restore-review.server.ts';
import { scheduleReview } from '#app/domain/reviews/schedule-review.server.ts';
import { setDeadlines } from '#app/domain/reviews/set-deadlines.server.ts';
import { showReview } from '#app/domain/reviews/show-review.server.ts';
import { expectNothing, recordedBy } from '../../audit-watch.ts';
import { describeOnBoth } from '../../databases.ts';
import { makeWorld, type World } from '../../world.ts';
import { newKey, reviewValues, scheduled } from './a-review.ts';

const NO_QUESTION = {
  country: '',
  region: '',
  body: '',
  state: '',
  from: '',
  to: '',
  due: '',
  sort: '',
  after: '',
};

describeOnBoth('reviews and their deadlines', (open) => {
  let world: World;
  let officer: Context;
  let admin: Context;
  const records = (act: () => Promise<unknown>) => recordedBy(world.db, act);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(world.db, end, act);
  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    admin = await world.as('admin');
  });

  it('enters a review once, and refuses in words what cannot be', async () => {
    const form = { key: newKey(), values: reviewValues() };
    expect(await records(() => scheduleReview(officer, form))).toEqual(['review.scheduled']);
    await nothing('already-saved', () => scheduleReview(officer, form));
    await nothing('refused', () =>
      scheduleReview(officer, { ...form, values: reviewValues({ notes: 'Other' }) }),
    );
    await nothing('Forbidden', () => scheduleReview(admin, { key: newKey(), values: reviewValues() }));
    const faults: [Partial<typeof form.values>, string][] = [
      [{ starts: '2027-02-31', ends: '' }, 'starts'],
      [{ starts: '9999', ends: '' }, 'starts'],
      [{ starts: 'spring', ends: '' }, 'starts'],
      [{ starts: '2027-13', ends: '' }, 'starts'],
      [{ starts: '2027-07', ends: '2027-06-30' }, 'ends'],
      [{ starts: '', ends: '2027-06-30' }, 'starts'],
      [{ body: 'NOPE' }, 'body'],
      [{ body: '__proto__' }, 'body'],
      [{ country: 'ZZZ' }, 'country'],
      [{ owner: '0000000000' }, 'owner'],
      [{ instrument: 'NOPE' }, 'instrument'],
      [{ state: 'over' }, 'state'],
      [{ state: 'held' }, 'state'],
      [{ title: 'x\u202Ey' }, 'title'],
      [{ title: 'x'.repeat(301) }, 'title'],
    ];
    for (const [rest, field] of faults) {
      const outcome = await scheduleReview(officer, { key: newKey(), values: reviewValues(rest) });
      expect(outcome).toMatchObject({
        outcome: 'refused',
        errors: { [field]: expect.any(String) as string },
      });
    }
    for (const starts of ['2027', '2027-02', '2028-02-29', '']) {
      const ref = await scheduled(officer, { starts, ends: '' });
      expect((await showReview(officer, ref)).startsOn).toBe(starts === '' ? null : starts);
    }
  });

  it('keeps what two people changed in different fields, and shows both what they changed in one', async () => {
    const ref = await scheduled(officer, { title: 'Review' });
    const base = reviewValues({ title: 'Review' });
    const edit = (values: typeof base) => ({ version: 1, base, values });
    expect(
      await records(() => editReview(officer, ref, edit({ ...base, title: 'Second periodic review' }))),
    ).toEqual(['review.edited']);
    const colleague = await world.as('colleague');
    expect(
      await records(() => editReview(colleague, ref, edit({ ...base, notes: 'Ask the mission' }))),
    ).toEqual(['review.edited']);
    expect(await showReview(officer, ref)).toMatchObject({
      title: 'Second periodic review',
      notes: 'Ask the mission',
    });
    await nothing('clash', () => editReview(colleague, ref, edit({ ...base, title: 'Third review' })));
    const clash = await editReview(colleague, ref, edit({ ...base, title: 'Third review' }));
    expect(clash).toMatchObject({
      version: 3,
      clash: { fields: [{ name: 'title', mine: 'Third review', theirs: 'Second periodic review' }] },
    });
    await nothing('refused', () =>
      editReview(officer, ref, { version: 3, base, values: { ...base, starts: '9999' } }),
    );
    await nothing('Forbidden', () => editReview(admin, ref, edit(base)));
    await nothing('NotFound', () => editReview(officer, 'zzzzzzzzzz', edit(base)));
  });

  it('archives and restores, once each; what is archived is not changed', async () => {
    const ref = await scheduled(officer);
    await nothing('Forbidden', () => archiveReview(admin, ref));
    expect(await records(() => archiveReview(officer, ref))).toEqual(['review.archived']);
    await nothing('Conflict', () => archiveReview(officer, ref));
    const plan = { key: newKey(), rows: [], planned: true };
    await nothing('Conflict', () => setDeadlines(officer, ref, plan));
    await nothing('Conflict', () =>
      editReview(officer, ref, { version: 2, base: reviewValues(), values: reviewValues() }),
    );
    await nothing('Forbidden', () => restoreReview(admin, ref));
    expect(await records(() => restoreReview(officer, ref))).toEqual(['review.restored']);
    await nothing('Conflict', () => restoreReview(officer, ref));
  });

  describe('with deadlines', () => {
    const row = (kind: string, due: string, assignee = '') => ({ kind, title: '', due, assignee });

    it('sets them in one act, keeps those that are there, and moves with the review what was planned', async () => {
      const ref = await scheduled(officer);
      const rows = [
        row('alternative_report', '2027-06-07', officer.actor.ref),
        row('members_briefing', '2027-07-01'),
      ];
      const plan = { key: newKey(), rows, planned: true };
      expect(await records(() => setDeadlines(officer, ref, plan))).toEqual(['deadline.set', 'deadline.set']);
      await nothing('already-saved', () => setDeadlines(officer, ref, plan));
      await nothing('already-saved', () => setDeadlines(officer, ref, { ...plan, key: newKey() }));
      await nothing('refused', () =>
        setDeadlines(officer, ref, {
          key: newKey(),
          rows: [row('oral_statement', '2027-02-31')],
          planned: true,
        }),
      );
      await nothing('refused', () =>
        setDeadlines(officer, ref, { key: newKey(), rows: [row('nope', '2027-02-01')], planned: false }),
      );
      await nothing('Forbidden', () => setDeadlines(admin, ref, { ...plan, key: newKey() }));
      const [byRule, byHand] = (await showReview(officer, ref)).deadlines;
      expect([byRule?.byRule, byHand?.byRule]).toEqual([true, false]);
      const base = reviewValues({ title: 'CAT Committee: Togo' });
      const moved = { ...base, starts: '2027-11-08', ends: '' };
      expect(await editReview(officer, ref, { version: 1, base, values: moved })).toEqual({
        outcome: 'saved',
        dateMoved: true,
      });
      const refs = (await showReview(officer, ref)).deadlines.map((one) => one.ref);
      expect((await showReview(officer, ref)).deadlines.map((one) => one.movesTo)).toEqual([
        '2027-10-04',
        null,
      ]);
      await nothing('saved', () => moveDeadlines(officer, ref, []));
      await nothing('Forbidden', () => moveDeadlines(admin, ref, refs));
      expect(await records(() => moveDeadlines(officer, ref, refs))).toEqual(['deadline.moved']);
      expect((await showReview(officer, ref)).deadlines.map((one) => one.dueOn)).toEqual([
        '2027-07-01',
        '2027-10-04',
      ]);
    });

    it('changes, completes, reopens, takes out and brings back one', async () => {
      const ref = await scheduled(officer);
      await setDeadlines(officer, ref, {
        key: newKey(),
        rows: [row('alternative_report', '2027-06-07')],
        planned: true,
      });
      const deadline = (await showReview(officer, ref)).deadlines[0]?.ref ?? '';
      const values = row('alternative_report', '2027-06-01', officer.actor.ref);
      await nothing('stale', () => editDeadline(officer, deadline, { version: 7, values }));
      await nothing('refused', () =>
        editDeadline(officer, deadline, { version: 1, values: { ...values, due: '9999' } }),
      );
      await nothing('Forbidden', () => editDeadline(admin, deadline, { version: 1, values }));
      expect(await records(() => editDeadline(officer, deadline, { version: 1, values }))).toEqual([
        'deadline.edited',
      ]);
      await nothing('Forbidden', () => completeDeadline(admin, deadline));
      await nothing('NotFound', () => completeDeadline(officer, 'zzzzzzzzzz'));
      await nothing('Conflict', () => reopenDeadline(officer, deadline));
      expect(await records(() => completeDeadline(officer, deadline))).toEqual(['deadline.completed']);
      await expect(completeDeadline(officer, deadline)).rejects.toThrow(
        /The officer has marked this as done/,
      );
      expect(await records(() => reopenDeadline(officer, deadline))).toEqual(['deadline.reopened']);
      await nothing('Forbidden', () => removeDeadline(admin, deadline));
      expect(await records(() => removeDeadline(officer, deadline))).toEqual(['deadline.removed']);
      await nothing('Conflict', () => completeDeadline(officer, deadline));
      await nothing('Forbidden', () => restoreDeadline(admin, deadline));
      expect(await records(() => restoreDeadline(officer, deadline))).toEqual(['deadline.restored']);
      await nothing('Conflict', () => restoreDeadline(officer, deadline));
      const { deadlines, history } = await showReview(officer, ref);
      expect(deadlines).toMatchObject([{ dueOn: '2027-06-01', assignee: 'The officer', byRule: false }]);
      expect(history.map(({ action }) => action)[0]).toBe('deadline.restored');
    });
  });

  it('exports what is filtered, and records it when the last row is read', async () => {
    const exported = async () => {
      const rows: Record<string, string | number>[] = [];
      for await (const one of await exportReviews(officer, {
        ...NO_QUESTION,
        country: 'TGO',
        body: 'CAT-C',
      })) {
        rows.push(one);
      }
      return rows;
    };
    expect(await records(exported)).toEqual(['reviews.exported']);
    expect((await exported()).length).toBeGreaterThan(5);
  });
});
