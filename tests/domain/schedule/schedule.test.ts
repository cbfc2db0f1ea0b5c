import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#app/domain/kernel/context.ts';
import { runSchedule } from '#app/domain/schedule/run-schedule.server.ts';
import { openDatabase, type Db } from '#db/client.ts';
import { deleteLease, updateLease } from '#db/queries/leases.ts';
import { describeOnBoth, engines, freshDatabase, type FreshDatabase } from '#tests/databases.ts';
import { startMailServer, type MailServer } from '#tests/mail-server.ts';
import { idOf, mention, timed } from '#tests/mails.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

describeOnBoth('the lease', (open) => {
  it('is one holder’s until it is given back or has run out, whoever asks', async () => {
    const db = await open();
    const takes = (holder: string, seconds = 30) => updateLease(db, 'work', holder, seconds);
    expect(await takes('a')).toBe(true);
    expect(await takes('b')).toBe(false);
    expect(await takes('a')).toBe(true);
    await deleteLease(db, 'work', 'b');
    expect(await takes('b')).toBe(false);
    await deleteLease(db, 'work', 'a');
    const both = await Promise.all(Array.from({ length: 20 }, (_, index) => takes(`c${index}`)));
    expect(both.filter(Boolean)).toHaveLength(1);
    await db.updateTable('lease').set({ expires_at: '2026-01-01T00:00:00.000Z' }).execute();
    expect(await takes('d')).toBe(true);
    expect((await db.selectFrom('lease').selectAll().execute())[0]?.expires_at).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    );
  });

  it('does not last a year because a clock was a year ahead', async () => {
    const db = await open();
    await db
      .insertInto('lease')
      .values({ name: 'work', holder: 'gone', expires_at: '2199-01-01T00:00:00.000Z' })
      .execute();
    expect(await updateLease(db, 'work', 'here', 30)).toBe(true);
  });

  it('runs each task as often as it asks, goes on after a fault, and gives the lease back', async () => {
    const db = await open();
    const ran = { often: 0, seldom: 0 };
    const faults: string[] = [];
    const { signal: _signal, ...context } = timed(
      db,
      async () => undefined,
      () => new Date(),
    );
    const stop = runSchedule({
      context: { ...context, keys: undefined as never, reference: undefined as never },
      tasks: [
        {
          name: 'often',
          every: 0,
          run: async () => {
            ran.often += 1;
            throw new Error('a fault');
          },
        },
        { name: 'seldom', every: 3600, run: async () => void (ran.seldom += 1) },
      ],
      holder: 'me',
      onFault: (task) => faults.push(task),
      pace: { look: 10, lease: 30 },
    });
    await waitFor(() => ran.often > 3);
    await stop();
    expect(ran.seldom).toBe(1);
    expect(new Set(faults)).toEqual(new Set(['often']));
    expect(await db.selectFrom('lease').selectAll().execute()).toEqual([]);
    const after = ran.often;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(ran.often).toBe(after);
  });
});

describe.each(engines)('two processes on one database (%s)', (engine) => {
  let fresh: FreshDatabase;
  let db: Db;
  let world: World;
  let officer: Context;
  let server: MailServer;
  const children = new Map<string, ChildProcess>();

  beforeAll(async () => {
    fresh = await freshDatabase(engine);
    db = openDatabase(fresh.url);
    world = await makeWorld(db);
    await db.updateTable('account').set({ password_hash: 'set up' }).execute();
    officer = await world.as('officer');
    server = await startMailServer();
  });
  afterAll(async () => {
    for (const child of children.values()) child.kill('SIGKILL');
    await server.close();
    await db.destroy();
    await fresh.remove();
  });

  const start = (holder: string) => {
    const path = new URL('../../schedule-child.ts', import.meta.url).pathname;
    const env = { ...process.env, DATABASE_URL: fresh.url, PORT: String(server.port), HOLDER: holder };
    children.set(holder, spawn(process.execPath, ['--import', 'tsx', path], { stdio: 'inherit', env }));
  };
  const holder = async () => (await db.selectFrom('lease').select('holder').executeTakeFirst())?.holder;
  const meetings = async (count: number) => {
    const ids = [];
    for (let turn = 0; turn < count; turn += 1) {
      ids.push(
        await idOf(db, await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }]))),
      );
    }
    return ids;
  };
  const senders = () => new Set(server.deliveries.map(({ mail }) => mail.from?.name));

  it('sends each mail once, from the one that holds the lease; the other takes over where that one dies', async () => {
    const [first = '', second = ''] = ['one', 'two'];
    start(first);
    start(second);
    await waitFor(async () => (await holder()) !== undefined);
    await mention(officer, await meetings(15), [await world.as('colleague'), await world.as('manager')]);
    await waitFor(() => server.deliveries.length >= 30);
    expect(server.deliveries).toHaveLength(30);
    expect(senders().size).toBe(1);
    const holding = (await holder()) ?? '';
    children.get(holding)?.kill('SIGKILL');
    const left = holding === first ? second : first;
    await waitFor(async () => (await holder()) === left);
    server.deliveries.length = 0;
    await mention(officer, await meetings(5), [await world.as('colleague')]);
    await waitFor(() => server.deliveries.length >= 5);
    expect(senders()).toEqual(new Set([left]));
    const child = children.get(left);
    const code = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGTERM');
    expect(await code).toBe(0);
    expect(await holder()).toBeUndefined();
    expect(server.deliveries).toHaveLength(5);
  }, 60_000);
});

async function waitFor(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const until = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error('It did not come about in 30 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
