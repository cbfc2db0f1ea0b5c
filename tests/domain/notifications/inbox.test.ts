import { beforeAll, expect, it } from 'vitest';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { createFollowUp } from '#app/domain/follow-ups/create-follow-up.server.ts';
import { commit } from '#app/domain/kernel/commit.server.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { changeChoices } from '#app/domain/notifications/change-choices.server.ts';
import { countUnread } from '#app/domain/notifications/count-unread.server.ts';
import { listInbox } from '#app/domain/notifications/list-inbox.server.ts';
import { muteRecord, unmuteRecord } from '#app/domain/notifications/mute-record.server.ts';
import { DEFAULT_CHOICES } from '#app/domain/notifications/preference-form.ts';
import {
  readAllNotifications,
  readNotification,
} from '#app/domain/notifications/read-notification.server.ts';
import { tellReassigned } from '#app/domain/notifications/tell-reassigned.ts';
import { tell, type Told } from '#app/domain/notifications/tell.server.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { recordedBy, expectNothing } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

describeOnBoth('the inbox', (open) => {
  let world: World;
  let officer: Context;
  let colleague: Context;
  let outsider: Context;

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    colleague = await world.as('colleague');
    outsider = await world.as('outsider');
  });

  /** Tells of records as a use case would, in a transaction that records something else. */
  const telling = (as: Context, told: Told[]) =>
    commit(as, async (work) => {
      for (const one of told) tell(work, one);
      work.record({ action: 'interactions.exported', noun: 'interaction', id: null, ref: null, changes: {} });
    });

  const meeting = async (rest: Parameters<typeof meetingForm>[2] = {}) => {
    const ref = await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }], rest));
    const row = await world.db
      .selectFrom('interaction')
      .select('id')
      .where('ref', '=', ref)
      .executeTakeFirstOrThrow();
    return { ref, id: row.id };
  };

  const mention = (recordId: number, whom: Context): Told => ({
    kind: 'mentioned',
    noun: 'interaction',
    recordId,
    accountId: whom.actor.accountId,
  });

  it('tells once of what one may see, never the one who acts, and nothing of what is hidden', async () => {
    const seen = await meeting({ summary: 'Budget of the mechanism' });
    const hidden = await meeting({ sensitivity: 'confidential', summary: 'Secret talk' });
    await telling(officer, [
      mention(seen.id, colleague),
      mention(seen.id, colleague),
      mention(seen.id, officer),
      mention(seen.id, outsider),
      mention(hidden.id, outsider),
      mention(hidden.id, await world.as('admin')),
    ]);
    expect((await listInbox(officer, '')).lines).toEqual([]);
    const { lines } = await listInbox(outsider, '');
    expect(lines.map((line) => line.record.words)).toEqual(['Budget of the mechanism']);
    expect(lines[0]).toMatchObject({ by: 'The officer', kind: 'mentioned', unread: true });
    expect(await countUnread(colleague)).toBe(1);
    expect(await countUnread(outsider)).toBe(1);
    const rows = await world.db.selectFrom('notification').select('account_id').execute();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(await world.db.selectFrom('notification').selectAll().execute())).not.toContain(
      'Budget',
    );
  });

  it('shows and counts nothing more of what can no longer be seen, and of what was archived', async () => {
    const before = (await listInbox(outsider, '')).lines.length;
    const one = await meeting({ summary: 'Open at first' });
    await telling(officer, [mention(one.id, outsider)]);
    const told = (await listInbox(outsider, '')).lines[0]?.ref ?? '';
    expect(await countUnread(outsider)).toBe(before + 1);
    await world.db.updateTable('interaction').set({ level: 2 }).where('id', '=', one.id).execute();
    expect((await listInbox(outsider, '')).lines).toHaveLength(before);
    expect(await countUnread(outsider)).toBe(before);
    await expectNothing(world.db, 'NotFound', () => readNotification(outsider, told));
    await expectNothing(world.db, 'NotFound', () => readAllNotifications(outsider, told));
    await expectNothing(world.db, 'BadRequest', () => listInbox(outsider, `unread~${told}`));
    await world.db.updateTable('interaction').set({ level: 0 }).where('id', '=', one.id).execute();
    expect(await countUnread(outsider)).toBe(before + 1);
    await archiveInteraction(officer, one.ref);
    expect(await countUnread(outsider)).toBe(before);
  });

  it('has the unread first, turns its pages by place, and marks one or all as read', async () => {
    const writer = await world.as('writer');
    const made = [];
    for (let turn = 0; turn < 90; turn += 1) made.push(await meeting({ summary: `Meeting ${turn}` }));
    for (const one of made) await telling(officer, [mention(one.id, writer)]);
    const first = await listInbox(writer, '');
    expect(first.lines[0]?.record.words).toBe('Meeting 89');
    for (const line of first.lines.slice(0, 3)) await readNotification(writer, line.ref);
    const words: string[] = [];
    let parts = '';
    for (let after = ''; ;) {
      const page = await listInbox(writer, after);
      words.push(...page.lines.map((line) => line.record.words));
      parts += page.lines.map((line) => (line.unread ? 'u' : 'r')).join('');
      if (page.next === null) break;
      after = page.next;
    }
    const expected = Array.from({ length: 87 }, (_, index) => `Meeting ${86 - index}`);
    expect(words).toEqual([...expected, 'Meeting 89', 'Meeting 88', 'Meeting 87']);
    expect(parts).toMatch(/^u{87}r{3}$/);
    const page = await listInbox(writer, '');
    await telling(officer, [mention((await meeting({ summary: 'Just now' })).id, writer)]);
    await readAllNotifications(writer, page.newestUnread);
    expect(await countUnread(writer)).toBe(1);
    const [fresh] = (await listInbox(writer, '')).lines;
    expect(fresh?.record.words).toBe('Just now');
    await readNotification(writer, fresh?.ref ?? '');
    await readNotification(writer, fresh?.ref ?? '', false);
    expect(await countUnread(writer)).toBe(1);
    await expectNothing(world.db, 'NotFound', () => readNotification(outsider, fresh?.ref ?? ''));
    for (const hostile of ['x', 'unread~', 'unread~0000000000', "read~' or 1=1", 'unread~1~2']) {
      await expect(listInbox(writer, hostile)).rejects.toThrow('no place');
    }
  });

  it('keeps what each chose, with an audit record, and mails accordingly', async () => {
    const manager = await world.as('manager');
    const one = await meeting();
    const mails = async () =>
      (
        await world.db
          .selectFrom('outbox_message')
          .select('id')
          .where('account_id', '=', manager.actor.accountId)
          .execute()
      ).length;
    await telling(officer, [mention(one.id, manager)]);
    expect(await mails()).toBe(1);
    const calm = { ...DEFAULT_CHOICES, calm: true };
    expect(await recordedBy(world.db, () => changeChoices(manager, 1, calm))).toEqual(['preference.changed']);
    await expectNothing(world.db, 'Conflict', () => changeChoices(manager, 1, DEFAULT_CHOICES));
    await telling(officer, [mention((await meeting()).id, manager)]);
    expect(await mails()).toBe(1);
    expect(await countUnread(manager)).toBe(0);
    expect((await listInbox(manager, '')).lines).toHaveLength(2);
    await changeChoices(manager, 2, { ...DEFAULT_CHOICES, mentionMail: false });
    await telling(officer, [mention((await meeting()).id, manager)]);
    expect(await mails()).toBe(1);
    expect(await countUnread(manager)).toBe(3);
    await expectNothing(world.db, 'done', () =>
      changeChoices(manager, 3, { ...DEFAULT_CHOICES, mentionMail: false }),
    );
  });

  it('says nothing more of a record that somebody muted, until they want to hear again', async () => {
    const one = await meeting();
    const before = await countUnread(colleague);
    expect(await recordedBy(world.db, () => muteRecord(colleague, 'interaction', one.ref))).toEqual([
      'preference.changed',
    ]);
    await expectNothing(world.db, 'Conflict', () => muteRecord(colleague, 'interaction', one.ref));
    await telling(officer, [mention(one.id, colleague)]);
    expect(await countUnread(colleague)).toBe(before);
    expect(await recordedBy(world.db, () => unmuteRecord(colleague, 'interaction', one.ref))).toEqual([
      'preference.changed',
    ]);
    await expectNothing(world.db, 'Conflict', () => unmuteRecord(colleague, 'interaction', one.ref));
    await telling(officer, [mention(one.id, colleague)]);
    expect(await countUnread(colleague)).toBe(before + 1);
    const hidden = await meeting({ sensitivity: 'restricted' });
    await expectNothing(world.db, 'NotFound', () => muteRecord(outsider, 'interaction', hidden.ref));
    await expectNothing(world.db, 'NotFound', () => muteRecord(outsider, 'interaction', '0000000000'));
  });

  it('tells of nothing where the transaction is rolled back', async () => {
    const one = await meeting();
    const before = await world.db.selectFrom('notification').select('id').execute();
    await expect(
      commit(officer, async (work) => {
        tell(work, mention(one.id, colleague));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await world.db.selectFrom('notification').select('id').execute()).toEqual(before);
  });

  it('tells whom a follow-up is given to, who had it, and whose it was when another completes it', async () => {
    const due = today(officer);
    const made = await createFollowUp(officer, {
      key: 'told-by-name-1',
      title: 'Send the comments',
      assignee: colleague.actor.ref,
      due,
      priority: 'normal',
      recurrence: '',
      recursUntil: '',
      workAreas: ['tools'],
      countries: [],
      interaction: '',
    });
    const ref = made.outcome === 'refused' ? '' : made.ref;
    const newest = async (who: Context) => (await listInbox(who, '')).lines[0];
    expect(await newest(colleague)).toMatchObject({
      kind: 'assigned',
      by: 'The officer',
      record: { noun: 'follow_up', ref, words: 'Send the comments', dueOn: due },
    });
    const manager = await world.as('manager');
    const row = await world.db
      .selectFrom('follow_up')
      .select(['id', 'assignee_id'])
      .where('ref', '=', ref)
      .executeTakeFirstOrThrow();
    await commit(officer, async (work) => {
      tellReassigned(work, row, manager.actor.accountId);
      work.record({ action: 'follow-up.edited', noun: 'follow_up', id: row.id, ref, changes: {} });
    });
    expect(await newest(manager)).toMatchObject({ kind: 'assigned', record: { ref } });
    expect(await newest(colleague)).toMatchObject({ kind: 'handed-on', record: { ref } });
    await completeFollowUp(colleague, ref, 'Done');
    expect(await newest(officer)).toMatchObject({ kind: 'completed', by: 'The colleague', record: { ref } });
  });
});
