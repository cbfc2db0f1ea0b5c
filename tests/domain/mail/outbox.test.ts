import { beforeEach, expect, it } from 'vitest';
import type { Context } from '#app/domain/kernel/context.ts';
import { listFailedMailsPage } from '#app/domain/mail/list-failed-mails.server.ts';
import { MailFault, type MailContent, type Post } from '#app/domain/mail/mail-context.ts';
import { retryMail } from '#app/domain/mail/retry-mail.server.ts';
import { sendMails } from '#app/domain/mail/send-mails.server.ts';
import { changeChoices } from '#app/domain/notifications/change-choices.server.ts';
import { listInbox } from '#app/domain/notifications/list-inbox.server.ts';
import { DEFAULT_CHOICES } from '#app/domain/notifications/preference-form.ts';
import { readNotification } from '#app/domain/notifications/read-notification.server.ts';
import { expectNothing, recordedBy } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { idOf, mention, statesOf, timed } from '#tests/mails.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const MINUTE = 60_000;

describeOnBoth('the outbox', (open) => {
  let world: World;
  let officer: Context;
  let colleague: Context;
  let sent: MailContent[];
  let now: Date;
  let fault: MailFault | undefined;

  const post: Post = async (content) => {
    if (fault) throw fault;
    sent.push(content);
  };
  const send = () => sendMails(timed(world.db, post, () => now));
  const later = (minutes: number) => (now = new Date(now.getTime() + minutes * MINUTE));
  const meeting = async (rest: Parameters<typeof meetingForm>[2] = {}) => {
    const form = meetingForm(officer, [{ organisation: world.ministry.ref }], rest);
    return idOf(world.db, await logged(officer, form));
  };

  beforeEach(async () => {
    world ??= await makeWorld(await open());
    // Only an account that was set up gets mail.
    await world.db.updateTable('account').set({ password_hash: 'set up' }).execute();
    await world.db.deleteFrom('outbox_message').execute();
    await world.db.deleteFrom('notification_preference').execute();
    officer = await world.as('officer');
    colleague = await world.as('colleague');
    now = new Date();
    sent = [];
    fault = undefined;
  });

  it('sends what was told once, with what its reader may see at that moment', async () => {
    await mention(officer, [await meeting({ summary: 'The seat of the mechanism' })], [colleague]);
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(sent[0]).toMatchObject({
      kind: 'notice',
      told: 'mentioned',
      reader: { email: 'colleague@demo.example' },
      shown: { by: 'The officer', words: 'The seat of the mechanism' },
    });
    expect((await statesOf(world.db))[0]).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('names nothing of what is not open to all', async () => {
    for (const sensitivity of ['confidential', 'restricted', 'sealed']) {
      const rest = { sensitivity, summary: 'Secret seat', readers: [colleague.actor.ref] };
      await mention(officer, [await meeting(rest)], [colleague]);
    }
    expect(await send()).toBe(3);
    expect(sent.map((one) => one.kind === 'notice' && one.shown)).toEqual([null, null, null]);
    expect(JSON.stringify(sent)).not.toMatch(/secret|officer|sealed:/i);
  });

  it('drops what its reader can no longer see, has read, or no longer wants, and mail to a closed account', async () => {
    const outsider = await world.as('outsider');
    const [hidden, read, unwanted, closed] = [
      await meeting(),
      await meeting(),
      await meeting(),
      await meeting(),
    ];
    await mention(officer, [hidden], [outsider]);
    await mention(officer, [read], [colleague]);
    await mention(officer, [unwanted], [await world.as('manager')]);
    await mention(officer, [closed], [await world.as('writer')]);
    await world.db.updateTable('interaction').set({ level: 2 }).where('id', '=', hidden).execute();
    await readNotification(colleague, (await listInbox(colleague, '')).lines[0]?.ref ?? '');
    await changeChoices(await world.as('manager'), 1, { ...DEFAULT_CHOICES, mentionMail: false });
    const gone = { disabled_at: now.toISOString() };
    await world.db.updateTable('account').set(gone).where('email', '=', 'writer@demo.example').execute();
    expect(await send()).toBe(0);
    expect((await statesOf(world.db)).map(({ state }) => state)).toEqual(Array(4).fill('dropped'));
    expect(sent).toEqual([]);
    await world.db.updateTable('account').set({ disabled_at: null }).execute();
  });

  it('waits longer after each failure, then gives up and lists it for the administrator, who may begin anew', async () => {
    await mention(officer, [await meeting({ summary: 'Not for the list' })], [colleague]);
    fault = new MailFault('put-off', 'The mail server put it off (450).');
    for (const wait of [1, 5, 30, 120, 360, 1440]) {
      await send();
      later(wait - 0.5);
      await send();
      later(0.5);
    }
    expect((await statesOf(world.db))[0]).toMatchObject({ state: 'waiting', attempts: 6 });
    await send();
    expect((await statesOf(world.db))[0]).toMatchObject({ state: 'failed', attempts: 7 });
    const admin = await world.as('admin');
    const { mails } = await listFailedMailsPage(admin, '');
    expect(mails).toMatchObject([{ name: 'The colleague', kind: 'notice', error: fault.message }]);
    expect(JSON.stringify(mails)).not.toContain('Not for the list');
    const id = mails[0]?.id ?? '';
    await expectNothing(world.db, 'Forbidden', () => listFailedMailsPage(officer, ''));
    await expectNothing(world.db, 'Forbidden', () => retryMail(officer, id));
    await expectNothing(world.db, 'NotFound', () => retryMail(admin, 'none'));
    expect(await recordedBy(world.db, () => retryMail(admin, id))).toEqual(['mail.retried']);
    await expectNothing(world.db, 'NotFound', () => retryMail(admin, id));
    fault = undefined;
    expect(await send()).toBe(1);
  });

  it('gives up at once what is refused for good, and asks a person after two mails without an answer', async () => {
    await mention(officer, [await meeting()], [colleague]);
    fault = new MailFault('refused', 'The mail server refused the address (550).');
    await send();
    expect(await statesOf(world.db)).toMatchObject([{ state: 'failed', attempts: 1 }]);
    await world.db.deleteFrom('outbox_message').execute();
    await mention(officer, [await meeting()], [colleague]);
    fault = new MailFault('unanswered', 'No answer.');
    await send();
    expect(await statesOf(world.db)).toMatchObject([{ state: 'waiting' }]);
    later(2);
    await send();
    expect(await statesOf(world.db)).toMatchObject([{ state: 'failed', attempts: 2 }]);
  });

  it('leaves the rest for later where the mail server cannot be reached', async () => {
    await mention(officer, [await meeting(), await meeting(), await meeting()], [colleague]);
    fault = new MailFault('unreachable', 'The mail server cannot be reached.');
    await send();
    expect((await statesOf(world.db)).map(({ attempts }) => attempts)).toEqual([1, 0, 0]);
  });

  it('takes up again what was taken and never told of, and no sooner', async () => {
    await mention(officer, [await meeting()], [colleague]);
    const taken = {
      state: 'sending' as const,
      attempts: 1,
      claimed_until: new Date(now.getTime() + 3 * MINUTE).toISOString(),
    };
    await world.db.updateTable('outbox_message').set(taken).execute();
    expect(await send()).toBe(0);
    later(4);
    expect(await send()).toBe(1);
    expect(await statesOf(world.db)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('sends each once though twenty try at the same time', async () => {
    const records = await Promise.all(Array.from({ length: 12 }, () => meeting()));
    await mention(officer, records, [colleague, await world.as('manager')]);
    const counts = await Promise.all(Array.from({ length: 20 }, send));
    expect(counts.reduce((sum, count) => sum + count)).toBe(24);
    expect(new Set(sent.map((one) => one.messageId)).size).toBe(24);
    expect(sent).toHaveLength(24);
  });

  it('keeps what falls into quiet hours until they end', async () => {
    now = new Date('2026-11-25T22:30:00Z');
    await changeChoices(colleague, 1, { ...DEFAULT_CHOICES, quietFrom: 22, quietUntil: 6 });
    await mention({ ...officer, now }, [await meeting()], [colleague]);
    expect(await send()).toBe(0);
    expect(await statesOf(world.db)).toMatchObject([
      { state: 'waiting', attempts: 0, not_before: '2026-11-26T06:00:00.000Z' },
    ]);
    now = new Date('2026-11-26T06:00:00Z');
    expect(await send()).toBe(1);
  });

  it('neither sends twice nor waits for ever where the clock jumps a day back or a year forward', async () => {
    const real = now;
    await mention({ ...officer, now }, [await meeting()], [colleague]);
    expect(await send()).toBe(1);
    now = new Date(real.getTime() + 365 * 24 * 60 * MINUTE);
    await mention({ ...officer, now }, [await meeting()], [colleague]);
    fault = new MailFault('put-off', 'The mail server put it off (450).');
    await send();
    fault = undefined;
    now = new Date(real.getTime() - 24 * 60 * MINUTE);
    await mention({ ...officer, now: real }, [await meeting()], [colleague]);
    expect(await send()).toBe(2);
    expect(await send()).toBe(0);
    now = new Date(real.getTime() + 365 * 24 * 60 * MINUTE);
    expect(await send()).toBe(0);
    expect(sent).toHaveLength(3);
  });
});
