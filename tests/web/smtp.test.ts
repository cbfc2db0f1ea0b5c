import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#app/domain/kernel/context.ts';
import { sendMails } from '#app/domain/mail/send-mails.server.ts';
import { smtpPost } from '#app/web/smtp-post.server.ts';
import { openDatabase, type Db } from '#db/client.ts';
import { freshDatabase, type FreshDatabase } from '#tests/databases.ts';
import { startMailServer, type MailServer } from '#tests/mail-server.ts';
import {
  idOf,
  mention,
  noticeContent as content,
  sampleSettings as settings,
  statesOf,
  timed,
} from '#tests/mails.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const noSignal = new AbortController().signal;

describe('mail over SMTP', () => {
  let server: MailServer;
  let fresh: FreshDatabase;
  let db: Db;
  let world: World;
  let officer: Context;
  let colleague: Context;
  let now: Date;

  beforeAll(async () => {
    server = await startMailServer();
    fresh = await freshDatabase('sqlite');
    db = openDatabase(fresh.url);
    world = await makeWorld(db);
    await db.updateTable('account').set({ password_hash: 'set up' }).execute();
    officer = await world.as('officer');
    colleague = await world.as('colleague');
  });
  afterAll(async () => {
    await server.close();
    await db.destroy();
    await fresh.remove();
  });
  beforeEach(async () => {
    server.deliveries.length = 0;
    server.conduct = {};
    now = new Date();
    await db.deleteFrom('outbox_message').execute();
  });

  const smtp = (port = server.port) => ({
    host: '127.0.0.1',
    port,
    secure: false,
    requireTLS: false,
    auth: undefined,
  });
  const post = (patience?: { step: number; whole: number }) => smtpPost(settings, smtp(), patience);
  const send = (patience?: { step: number; whole: number }) =>
    sendMails(timed(db, post(patience), () => now));
  const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
  const told = async (whom: Context[] = [colleague]) =>
    mention(
      officer,
      [await idOf(db, await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }])))],
      whom,
    );

  it('says in the mail who, to whom and what, in any script', async () => {
    await post()(content({ name: 'ليلى بن صالح' }, { words: 'إرسال التعليقات على مشروع القانون' }), noSignal);
    const [{ mail, raw, recipient }] = server.deliveries as [(typeof server.deliveries)[0]];
    expect(recipient).toBe('leila@example.org');
    expect(mail.from).toEqual({ name: 'Rapport', address: 'rapport@example.org' });
    expect(mail.to).toEqual([{ name: 'ليلى بن صالح', address: 'leila@example.org' }]);
    expect(mail.subject).toBe('A follow-up for you: إرسال التعليقات على مشروع القانون');
    expect(mail.messageId).toBe('<notice.0123456789abcdefghjk@example.org>');
    expect(mail.text).toContain('Amina Diallo gave you a follow-up: إرسال التعليقات على مشروع القانون');
    expect(mail.text).toContain('It is due on 1 Dec 2026.');
    expect(mail.text).toContain('https://rapport.example.org/follow-ups/0123456789');
    expect(raw).toContain('List-Unsubscribe: <https://rapport.example.org/settings/notifications>');
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(mail.html).toBeUndefined();
  });

  it('writes in the language of the reader, and in English where it has no words', async () => {
    for (const language of ['fr', 'es', 'ar', '__proto__']) await post()(content({ language }), noSignal);
    expect(server.deliveries.map(({ mail }) => mail.subject)).toEqual([
      'Une tâche pour vous : Send the comments',
      'Una tarea para usted: Send the comments',
      'A follow-up for you: Send the comments',
      'A follow-up for you: Send the comments',
    ]);
    expect(server.deliveries[0]?.mail.text).toContain('pour le 1 déc. 2026');
  });

  it('lets nothing that was typed begin a header, name a second reader or be taken for a sentence of ours', async () => {
    const hostile = 'Hello\r\nBcc: spy@example.org\r\n\r\n{by} $& <b>x</b>';
    await post()(
      content({ name: `Eve"\r\nBcc: spy@example.org` }, { words: hostile, by: hostile }),
      noSignal,
    );
    const [{ mail, raw, recipient }] = server.deliveries as [(typeof server.deliveries)[0]];
    expect(recipient).toBe('leila@example.org');
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.to).toHaveLength(1);
    expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).not.toMatch(/^bcc/im);
    expect(mail.text).toContain('{by} $& <b>x</b>');
    for (const email of [
      'a@b.example, spy@example.org',
      'a@b.example\r\nDATA',
      '<a@b.example>',
      'nobody',
      'a b@c.example',
    ]) {
      await expect(post()(content({ email }), noSignal)).rejects.toMatchObject({ kind: 'refused' });
    }
    expect(server.deliveries).toHaveLength(1);
  });

  it('tries later what is put off, gives up what is refused, and goes on with the others', async () => {
    const [manager, writer] = [await world.as('manager'), await world.as('writer')];
    server.conduct.recipient = (address) =>
      address.startsWith('manager') ? 450 : address.startsWith('writer') ? 550 : undefined;
    await told([manager, writer, colleague]);
    expect(await send()).toBe(1);
    expect((await statesOf(db)).map(({ state }) => state)).toEqual(['waiting', 'failed', 'sent']);
    server.conduct.recipient = undefined;
    later(2);
    expect(await send()).toBe(1);
    server.conduct.text = () => 554;
    await told();
    await send();
    server.conduct.text = () => 452;
    await told();
    await send();
    expect((await statesOf(db)).map(({ state }) => state).slice(3)).toEqual(['failed', 'waiting']);
  });

  it('does not wait for ever for a server that is down, mute or slow', async () => {
    const patience = { step: 300, whole: 600 };
    await told();
    expect(await sendMails(timed(db, smtpPost(settings, smtp(1), patience), () => now))).toBe(0);
    expect(await statesOf(db)).toMatchObject([
      { state: 'waiting', last_error: expect.stringContaining('cannot be reached') },
    ]);
    later(2);
    server.conduct.mute = true;
    await send(patience);
    server.conduct.mute = false;
    expect(await statesOf(db)).toMatchObject([{ state: 'waiting', attempts: 2 }]);
    later(6);
    expect(await send(patience)).toBe(1);
    expect(server.deliveries).toHaveLength(1);
    server.conduct.text = () => 'never';
    await told();
    await send(patience);
    expect((await statesOf(db))[1]).toMatchObject({
      state: 'waiting',
      last_error: expect.stringContaining('It may have arrived once.'),
    });
  });

  it('doubles a mail at most once where the line drops after the text, and loses none', async () => {
    server.conduct.text = () => 'drop';
    await told();
    await send();
    expect(await statesOf(db)).toMatchObject([{ state: 'waiting' }]);
    server.conduct.text = undefined;
    later(2);
    expect(await send()).toBe(1);
    expect(server.deliveries).toHaveLength(2);
    expect(new Set(server.deliveries.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  it('hands nothing to a server whose certificate is not known', async () => {
    const secure = await startMailServer({ secure: true });
    try {
      const known = smtpPost(settings, { ...smtp(secure.port), secure: true });
      await expect(known(content(), noSignal)).rejects.toMatchObject({ kind: 'unreachable' });
      const upgraded = smtpPost(settings, { ...smtp(), requireTLS: true });
      await expect(upgraded(content(), noSignal)).rejects.toMatchObject({ kind: 'unreachable' });
      expect([...secure.deliveries, ...server.deliveries]).toEqual([]);
    } finally {
      await secure.close();
    }
  });
});
