import { expect, it, beforeAll } from 'vitest';
import { readConfig } from '#app/web/config.server.ts';
import { closeSession, openSession, readSession } from '#app/web/session.server.ts';
import { deriveKeys } from '#app/domain/kernel/keys.server.ts';
import { TIMED_TASKS } from '#app/domain/schedule/timed-tasks.server.ts';
import type { Db } from '#db/client.ts';
import { createAccount, createTeam } from '#tests/accounts.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { timed } from '#tests/mails.ts';

const config = readConfig({});
const minute = 60_000;

const tokenIn = (cookie: string) => /rapport=([^;]*)/.exec(cookie)?.[1] ?? '';
const withCookie = (cookie: string) =>
  new Request('http://localhost/', { headers: { Cookie: `x=1; rapport=${tokenIn(cookie)}` } });

describeOnBoth('sessions', (open) => {
  let db: Db;
  let accountId: number;
  let teamId: number;
  beforeAll(async () => {
    db = await open();
    teamId = await createTeam(db);
    accountId = await createAccount(db, { roles: ['officer', 'writer'], teamIds: [teamId] });
  });

  const agedBy = (minutes: number) => new Date(Date.now() - minutes * minute).toISOString();
  const change = (columns: Record<string, string>) => db.updateTable('session').set(columns).execute();
  const expiries = async () =>
    (await db.selectFrom('session').select('expires_at').execute()).map((row) => row.expires_at);

  it('knows the account, its roles and its teams', async () => {
    const state = await readSession(db, config, withCookie(await openSession(db, config, accountId)));
    if (state.state !== 'open') throw new Error('not open');
    expect(state.actor).toMatchObject({
      accountId,
      name: 'Amina Officer',
      teamIds: [teamId],
      shortcutsOff: false,
    });
    expect([...state.actor.roles].sort()).toEqual(['officer', 'writer']);
  });

  it('stores only the digest of the token', async () => {
    const token = tokenIn(await openSession(db, config, accountId));
    expect(token).toHaveLength(43);
    const ids = (await db.selectFrom('session').select('id').execute()).map((row) => row.id);
    expect(ids.every((id) => /^[0-9a-f]{64}$/.test(id))).toBe(true);
    expect(ids.join()).not.toContain(token);
  });

  it('sets a cookie that scripts cannot read, secure and host-bound under https', async () => {
    expect(await openSession(db, config, accountId)).toMatch(
      /^rapport=[\w-]{43}; HttpOnly; Path=\/; SameSite=Lax$/,
    );
    const https = { ...config, baseUrl: 'https://rapport.example.org' };
    expect(await openSession(db, https, accountId)).toMatch(/^__Host-rapport=[\w-]{43}; .*Secure/);
  });

  it('goes on while it is used, and writes that at most once a minute', async () => {
    await db.deleteFrom('session').execute();
    const cookie = await openSession(db, config, accountId);
    const first = await expiries();
    await readSession(db, config, withCookie(cookie));
    expect(await expiries()).toEqual(first);
    await change({ expires_at: new Date(Date.now() + 2 * minute).toISOString() });
    await readSession(db, config, withCookie(cookie));
    expect(Date.parse((await expiries())[0] ?? '') - Date.now()).toBeGreaterThan(29 * minute);
  });

  it('is remembered for a week after its end, by what is done by the clock too', async () => {
    await db.deleteFrom('session').execute();
    const cookie = await openSession(db, config, accountId);
    const forget = TIMED_TASKS.find(({ name }) => name === 'forget what is over');
    const daysLater = async (days: number) => {
      const now = new Date(Date.now() + days * 24 * 60 * minute);
      const context = timed(
        db,
        async () => undefined,
        () => now,
      );
      await forget?.run({
        ...context,
        keys: deriveKeys('x'.repeat(32)),
        reference: () => Promise.reject(new Error('Nobody asks.')),
      });
      return (await readSession(db, config, withCookie(cookie), now)).state;
    };
    expect(await daysLater(6)).toBe('ended');
    expect(await daysLater(8)).toBe('none');
  });

  it('ends after half an hour unused, and still knows whose it was', async () => {
    const cookie = await openSession(db, config, accountId);
    await change({ expires_at: agedBy(1) });
    for (let time = 0; time < 2; time += 1) {
      expect(await readSession(db, config, withCookie(cookie))).toEqual({ state: 'ended', accountId });
    }
  });

  it('ends after eight hours however much it is used, and when the clock was put back', async () => {
    const cookie = await openSession(db, config, accountId);
    await change({ started_at: agedBy(8 * 60 + 1) });
    expect((await readSession(db, config, withCookie(cookie))).state).toBe('ended');
    await change({ started_at: agedBy(-24 * 60) });
    expect((await readSession(db, config, withCookie(cookie))).state).toBe('ended');
  });

  it('ends when the account is disabled, and when it is closed', async () => {
    const cookie = await openSession(db, config, accountId);
    await db
      .updateTable('account')
      .set({ disabled_at: agedBy(0) })
      .execute();
    expect((await readSession(db, config, withCookie(cookie))).state).toBe('ended');
    await db.updateTable('account').set({ disabled_at: null }).execute();
    expect(await closeSession(db, config, withCookie(cookie))).toMatch(/^rapport=; .*Max-Age=0/);
    expect((await readSession(db, config, withCookie(cookie))).state).toBe('none');
  });

  it.each(['', 'short', 'x'.repeat(43), "' or 1=1 --"])('knows nothing of the token %j', async (token) => {
    expect(await readSession(db, config, withCookie(`rapport=${token}`))).toEqual({ state: 'none' });
  });
});
