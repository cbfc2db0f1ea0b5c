import { expect, it } from 'vitest';
import { assignFollowUp } from '#app/domain/follow-ups/assign-follow-up.server.ts';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { editFollowUp } from '#app/domain/follow-ups/edit-follow-up.server.ts';
import type { FollowUpForm } from '#app/domain/follow-ups/follow-up-form.ts';
import { listFollowUpsPage } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import { openFollowUpForEdit } from '#app/domain/follow-ups/open-for-edit.server.ts';
import { reopenFollowUp } from '#app/domain/follow-ups/reopen-follow-up.server.ts';
import { showFollowUp } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { snoozeFollowUp, wakeFollowUp } from '#app/domain/follow-ups/snooze-follow-up.server.ts';
import { showDesk } from '#app/domain/desk/show-desk.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { expectNothing, recordedBy } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { asked, NOW, oneFollowUp } from './one-follow-up.ts';

describeOnBoth('what is done to a follow-up', (open) => {
  const { scene, row, refsOf, log, due } = oneFollowUp(open);
  const records = (act: () => Promise<unknown>) => recordedBy(scene.world.db, act);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(scene.world.db, end, act);

  const editForm = async (change: Partial<FollowUpForm>) => ({
    ...(await openFollowUpForEdit(scene.officer, scene.ref)).form,
    ...change,
  });

  it('puts off until a day of the reader, out of what is due, and back by itself', async () => {
    const { officer, outsider, ref } = scene;
    await nothing('Forbidden', () => snoozeFollowUp(outsider, ref, 'tomorrow'));
    await nothing('NotFound', () => snoozeFollowUp(officer, 'zzzzzzzzzz', 'tomorrow'));
    await nothing('refused', () => snoozeFollowUp(officer, ref, '2027-01-20'));
    const later = { ...officer, now: new Date('2027-02-01T10:00:00Z') };
    expect((await showDesk(later)).due.map((one) => one.ref)).toContain(ref);
    const dueNow = (await showDesk(later)).dueNow;
    expect(await records(() => snoozeFollowUp(later, ref, 'next-week'))).toEqual(['follow-up.snoozed']);
    expect((await row()).snoozed_until).toBe('2027-02-08');
    expect((await showDesk(later)).due.map((one) => one.ref)).not.toContain(ref);
    expect((await showDesk(later)).dueNow).toBe(dueNow - 1);
    const listed = async (context: Context, status: string) =>
      (await listFollowUpsPage(context, { ...asked, status })).followUps.map((one) => one.ref);
    expect(await listed(later, '')).not.toContain(ref);
    expect(await listed(later, 'snoozed')).toContain(ref);
    const onTheDay = { ...officer, now: new Date('2027-02-08T00:30:00Z') };
    expect(await listed(onTheDay, '')).toContain(ref);
    expect(await listed(onTheDay, 'snoozed')).not.toContain(ref);
    // In Lima it is still the evening before.
    expect(await listed({ ...onTheDay, zone: 'America/Lima' }, '')).not.toContain(ref);
    await nothing('Conflict', () => wakeFollowUp(onTheDay, ref));
    expect(await records(() => wakeFollowUp(later, ref))).toEqual(['follow-up.woken']);
    expect(await listed(later, '')).toContain(ref);
  });

  it('hands on to a colleague who may read it, with a note in the history, due again', async () => {
    const { officer, colleague, outsider, ref } = scene;
    await snoozeFollowUp(officer, ref, 'tomorrow');
    await nothing('refused', () => assignFollowUp(officer, ref, { assignee: 'nobody', note: '' }));
    await nothing('refused', () => assignFollowUp(officer, ref, { assignee: officer.actor.ref, note: '' }));
    await nothing('Forbidden', () =>
      assignFollowUp(outsider, ref, { assignee: outsider.actor.ref, note: '' }),
    );
    const give = { assignee: colleague.actor.ref, note: 'You know the minister' };
    expect(await records(() => assignFollowUp(officer, ref, give))).toEqual(['follow-up.reassigned']);
    expect(await row()).toMatchObject({ assignee_id: colleague.actor.accountId, snoozed_until: null });
    const { history } = await showFollowUp(colleague, ref);
    expect(history[0]?.changes).toContainEqual({ field: 'note', before: '', after: 'You know the minister' });
    expect(history[0]?.changes).toContainEqual({
      field: 'assignee',
      before: 'The officer',
      after: 'The colleague',
    });
    const { waiting, followUps } = await listFollowUpsPage(officer, asked);
    expect([
      waiting.followUps.map((one) => one.ref).includes(ref),
      followUps.some((one) => one.ref === ref),
    ]).toEqual([true, false]);
    const closed = await log({ sensitivity: 'restricted', followUps: [due('2027-02-01')] });
    const [restricted = ''] = await refsOf(closed);
    await nothing('refused', () => assignFollowUp(officer, restricted, give));
  });

  it('shows the lists of colleagues of shared teams only, and only what is visible', async () => {
    const { world, officer, outsider, ref } = scene;
    const manager = await world.as('manager', NOW);
    const closed = await log({ sensitivity: 'sealed', followUps: [due('2027-01-25')] });
    const [sealed = ''] = await refsOf(closed);
    const list = async (context: Context, assignee: string) =>
      (await listFollowUpsPage(context, { ...asked, assignee })).followUps.map((one) => one.ref);
    expect(await list(manager, officer.actor.ref)).toContain(ref);
    expect(await list(manager, officer.actor.ref)).not.toContain(sealed);
    expect(await list(manager, 'team')).toContain(ref);
    await expect(list(manager, outsider.actor.ref)).rejects.toThrow('no such colleague');
    await expect(list(outsider, officer.actor.ref)).rejects.toThrow('no such colleague');
    expect(await list(outsider, 'team')).toEqual([]);
    expect((await listFollowUpsPage(manager, asked)).colleagues.map(({ name }) => name)).toEqual([
      'The colleague',
      'The officer',
      'The writer',
    ]);
  });

  it('edits what nobody changed meanwhile, and moves the rhythm with its day', async () => {
    const { officer, colleague, outsider, ref } = scene;
    const form = await editForm({ title: 'Send them again', recurrence: 'monthly', priority: 'high' });
    const { version } = await row();
    await nothing('refused', () => editFollowUp(officer, ref, { ...form, due: '9999-12-31' }, version));
    await nothing('refused', () => editFollowUp(officer, ref, { ...form, recurrence: 'hourly' }, version));
    await nothing('refused', () => editFollowUp(officer, ref, { ...form, countries: ['XXX'] }, version));
    await nothing('Forbidden', () => editFollowUp(outsider, ref, form, version));
    expect(await records(() => editFollowUp(officer, ref, form, version))).toEqual(['follow-up.edited']);
    await nothing('stale', () => editFollowUp(colleague, ref, { ...form, title: 'Late' }, version));
    await nothing('saved', () => editFollowUp(officer, ref, form, version + 1));
    expect(await row()).toMatchObject({ recurs_from: '2027-01-31', recurrence: 'monthly' });
    const moved = { ...form, due: '2027-01-30' };
    await editFollowUp(officer, ref, moved, version + 1);
    expect(await row()).toMatchObject({ recurs_from: '2027-01-30' });
  });

  it('dates the next one of a rhythm from its first day, and takes it back with the completion', async () => {
    const { world, officer, colleague, ref } = scene;
    await editFollowUp(officer, ref, await editForm({ recurrence: 'monthly' }), (await row()).version);
    const nextOf = async (which: string) =>
      world.db
        .selectFrom('follow_up')
        .selectAll()
        .where('previous_id', '=', (await row(which)).id)
        .where('archived_at', 'is', null)
        .execute();
    await assignFollowUp(officer, ref, { assignee: colleague.actor.ref, note: '' });
    expect(await records(() => completeFollowUp(colleague, ref, 'Sent'))).toEqual([
      'follow-up.completed',
      'follow-up.created',
    ]);
    const [february] = await nextOf(ref);
    expect(february).toMatchObject({
      due_on: '2027-02-28',
      recurs_from: '2027-01-31',
      title: 'Send comments',
    });
    expect(february).toMatchObject({
      assignee_id: colleague.actor.accountId,
      author_id: officer.actor.accountId,
    });
    expect(await records(() => reopenFollowUp(officer, ref))).toEqual([
      'follow-up.reopened',
      'follow-up.removed',
    ]);
    await completeFollowUp(officer, ref, '');
    const [again] = await nextOf(ref);
    await snoozeFollowUp(colleague, again?.ref ?? '', 'tomorrow');
    expect(await records(() => reopenFollowUp(officer, ref))).toEqual(['follow-up.reopened']);
    expect(await records(() => completeFollowUp(officer, ref, ''))).toEqual(['follow-up.completed']);
    await completeFollowUp(colleague, again?.ref ?? '', '');
    expect((await nextOf(again?.ref ?? ''))[0]?.due_on).toBe('2027-03-31');
  });
});
