import { spawn } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#app/domain/kernel/context.ts';
import { listFailedMailsPage } from '#app/domain/mail/list-failed-mails.server.ts';
import { retryMail } from '#app/domain/mail/retry-mail.server.ts';
import { sendMails } from '#app/domain/mail/send-mails.server.ts';
import { smtpPost } from '#app/web/smtp-post.server.ts';
import { openDatabase, type Db } from '#db/client.ts';
import { freshDatabase, type FreshDatabase } from '#tests/databases.ts';
import { startMailServer, type MailServer } from '#tests/mail-server.ts';
import { idOf, mention, sampleSettings, statesOf, timed } from '#tests/mails.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

describe('a sender that is killed', () => {
  let server: MailServer;
  let fresh: FreshDatabase;
  let db: Db;
  let world: World;
  let now: Date;

  beforeAll(async () => {
    server = await startMailServer();
    fresh = await freshDatabase('sqlite');
    db = openDatabase(fresh.url);
    world = await makeWorld(db);
    await db.updateTable('account').set({ password_hash: 'set up' }).execute();
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

  const smtp = () => ({
    host: '127.0.0.1',
    port: server.port,
    secure: false,
    requireTLS: false,
    auth: undefined,
  });
  const send = () => sendMails(timed(db, smtpPost(sampleSettings, smtp()), () => now));
  const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
  const told = async () => {
    const officer: Context = await world.as('officer');
    const ref = await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }]));
    await mention(officer, [await idOf(db, ref)], [await world.as('colleague')]);
  };

  /** A sender in a process of its own, killed as soon as the mail server has the whole text. */
  async function sendAndDie(at: Date): Promise<void> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', new URL('../send-mails-child.ts', import.meta.url).pathname],
      {
        stdio: 'inherit',
        env: {
          ...process.env,
          DATABASE_URL: fresh.url,
          PORT: String(server.port),
          NOW: at.toISOString(),
        },
      },
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    server.conduct.text = async () => {
      child.kill('SIGKILL');
      await ended;
      return undefined;
    };
    await ended;
    server.conduct.text = undefined;
  }

  it('gives a mail up that ends its sender twice, with at most one double, and lets an administrator decide', async () => {
    await told();
    for (const attempts of [1, 2]) {
      await sendAndDie(now);
      expect(await statesOf(db)).toMatchObject([{ state: 'sending', attempts }]);
      later(4);
    }
    await sendAndDie(now);
    expect(await send()).toBe(0);
    expect(server.deliveries).toHaveLength(2);
    expect(await statesOf(db)).toMatchObject([
      { state: 'failed', attempts: 2, last_error: expect.stringContaining('It may have arrived once.') },
    ]);
    const admin = await world.as('admin');
    const { mails } = await listFailedMailsPage(admin, '');
    expect(mails).toMatchObject([{ attempts: 2, error: expect.stringContaining('stopped while') }]);
    await retryMail(admin, mails[0]?.id ?? '');
    expect(await send()).toBe(1);
  });

  it('remembers that a mail may have arrived when it fails otherwise in between', async () => {
    await told();
    await sendAndDie(now);
    later(4);
    server.conduct.recipient = () => 450;
    expect(await send()).toBe(0);
    expect(await statesOf(db)).toMatchObject([{ state: 'waiting', attempts: 2 }]);
    server.conduct.recipient = undefined;
    later(10);
    await sendAndDie(now);
    later(4);
    expect(await send()).toBe(0);
    expect(server.deliveries).toHaveLength(2);
    expect(await statesOf(db)).toMatchObject([{ state: 'failed', attempts: 3 }]);
  });

  it('doubles a mail at most once where the sender is killed between sending and marking', async () => {
    await told();
    await sendAndDie(now);
    expect(await statesOf(db)).toMatchObject([{ state: 'sending', attempts: 1 }]);
    expect(await send()).toBe(0);
    later(4);
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(server.deliveries).toHaveLength(2);
    expect(new Set(server.deliveries.map(({ mail }) => mail.messageId)).size).toBe(1);
    expect(await statesOf(db)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });
});
