import { expect, it } from 'vitest';
import { assignFollowUp } from '#app/domain/follow-ups/assign-follow-up.server.ts';
import { showFollowUp } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { snoozeFollowUp } from '#app/domain/follow-ups/snooze-follow-up.server.ts';
import { takeBackHandOver } from '#app/domain/follow-ups/take-back-hand-over.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { countUnread } from '#app/domain/notifications/count-unread.server.ts';
import { listInbox } from '#app/domain/notifications/list-inbox.server.ts';
import { expectNothing, recordedBy } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { NOW, oneFollowUp } from './one-follow-up.ts';

describeOnBoth('a follow-up handed to a colleague', (open) => {
  const { scene, row, refsOf, log, due } = oneFollowUp(open);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(scene.world.db, end, act);
  const at = (context: Context, minutes: number) => ({
    ...context,
    now: new Date(NOW.getTime() + minutes * 60_000),
  });
  const newest = async (who: Context) => (await listInbox(who, '')).lines[0];

  it('shows the note in the line of who was given it, and on its page, as long as that holds', async () => {
    const { officer, colleague, ref } = scene;
    const give = { assignee: colleague.actor.ref, note: 'You know the minister' };
    await assignFollowUp(at(officer, 1), ref, give);
    expect(await newest(colleague)).toMatchObject({
      kind: 'assigned',
      note: 'You know the minister',
      record: { ref },
    });
    expect((await showFollowUp(colleague, ref)).handOver).toMatchObject({
      by: 'The officer',
      note: 'You know the minister',
    });
    await assignFollowUp(at(colleague, 2), ref, { assignee: officer.actor.ref, note: '' });
    expect(await newest(officer)).toMatchObject({ kind: 'assigned', note: '', record: { ref } });
    expect((await showFollowUp(officer, ref)).handOver).toBeNull();
  });

  it('keeps the note of what is hidden or sealed out of the inbox', async () => {
    const { world, officer, colleague } = scene;
    const readers = [officer.actor.ref, colleague.actor.ref];
    const sealed = await log({ sensitivity: 'sealed', readers, followUps: [due('2027-02-01')] });
    const [task = ''] = await refsOf(sealed);
    await assignFollowUp(at(officer, 3), task, { assignee: colleague.actor.ref, note: 'Only for you' });
    expect(await newest(colleague)).toMatchObject({ note: '', record: { ref: task, words: '' } });
    expect((await showFollowUp(colleague, task)).handOver).toMatchObject({ note: 'Only for you' });
    await world.db
      .deleteFrom('follow_up_reader')
      .where('follow_up_id', '=', (await row(task)).id)
      .execute();
    expect(JSON.stringify(await listInbox(colleague, ''))).not.toContain(task);
  });

  it('is taken back by who handed it on: as it was, told to nobody anew, and said in the lines', async () => {
    const { officer, colleague, outsider, ref } = scene;
    const manager = await scene.world.as('manager', NOW);
    await nothing('Conflict', () => takeBackHandOver(officer, ref));
    await assignFollowUp(at(officer, 4), ref, { assignee: colleague.actor.ref, note: '' });
    await snoozeFollowUp(at(colleague, 5), ref, 'tomorrow');
    const put = (await row()).snoozed_until;
    const unread = [await countUnread(colleague), await countUnread(manager)];
    await assignFollowUp(at(officer, 6), ref, { assignee: manager.actor.ref, note: 'While she is away' });
    expect([await countUnread(colleague), await countUnread(manager)]).toEqual(unread.map((one) => one + 1));
    await nothing('Forbidden', () => takeBackHandOver(outsider, ref));
    await nothing('Forbidden', () => takeBackHandOver(manager, ref));
    await nothing('NotFound', () => takeBackHandOver(officer, 'zzzzzzzzzz'));
    expect(await recordedBy(scene.world.db, () => takeBackHandOver(at(officer, 7), ref))).toEqual([
      'follow-up.taken-back',
    ]);
    expect(await row()).toMatchObject({ assignee_id: colleague.actor.accountId, snoozed_until: put });
    expect([await countUnread(colleague), await countUnread(manager)]).toEqual(unread);
    const lineOf = async (who: Context, kind: string) =>
      (await listInbox(who, '')).lines.find((one) => one.kind === kind && one.record.ref === ref);
    expect(await lineOf(manager, 'assigned')).toMatchObject({ takenBack: true, unread: false });
    expect(await lineOf(colleague, 'handed-on')).toMatchObject({ takenBack: true, unread: false });
    expect(await lineOf(colleague, 'assigned')).toMatchObject({ takenBack: false });
    expect((await showFollowUp(colleague, ref)).handOver).toBeNull();
    await nothing('Conflict', () => takeBackHandOver(officer, ref));
  });
});
