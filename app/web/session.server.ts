import { createHash, randomBytes } from 'node:crypto';
import { Cookie, Lucia, TimeSpan, type Adapter } from 'lucia';
import { isStorageFull, type Db } from '#db/client.ts';
import {
  deleteSession,
  deleteForgottenSessions,
  deleteSessionsOf,
  findSessionWithActor,
  insertSession,
  updateSessionExpiry,
  type SessionRow,
} from '#db/queries/sessions.ts';
import type { Actor } from '#db/visibility.ts';
import { isHttps, type Config } from './config.server.ts';

// The only file that knows lucia: it is no longer developed, and can be replaced here.

declare module 'lucia' {
  interface Register {
    Lucia: Lucia;
    UserId: number;
    DatabaseSessionAttributes: { startedAt: string; authenticatedAt: string };
  }
}

const idle = new TimeSpan(30, 'm');
const absolute = new TimeSpan(8, 'h');
/** How much of the idle time may pass before a request renews it: one write a minute, not one a request. */
const renewAfter = new TimeSpan(1, 'm');

export type SessionState =
  | { state: 'open'; actor: Actor; sessionId: string; authenticatedAt: Date }
  | { state: 'ended'; accountId: number }
  | { state: 'none' };

/** Opens a session for an account that has just signed in. Returns the `Set-Cookie` line with its token. */
export async function openSession(
  db: Db,
  config: Config,
  accountId: number,
  now = new Date(),
): Promise<string> {
  await deleteForgottenSessions(db, now);
  const token = randomBytes(32).toString('base64url');
  const at = now.toISOString();
  const attributes = { startedAt: at, authenticatedAt: at };
  await luciaOn(db).createSession(accountId, attributes, { sessionId: hashOf(token) });
  return sessionCookie(config, token);
}

/** Reads the session of a request and renews its idle time. */
export async function readSession(
  db: Db,
  config: Config,
  request: Request,
  now = new Date(),
): Promise<SessionState> {
  const token = tokenOf(request, config);
  if (token === undefined) return { state: 'none' };
  const row = await findSessionWithActor(db, hashOf(token));
  if (!row) return { state: 'none' };
  const { session } = await luciaOn(db, row).validateSession(row.id);
  if (!session || row.disabledAt !== null || isPastItsLimit(row, now)) {
    return { state: 'ended', accountId: row.actor.accountId };
  }
  const left = session.expiresAt.getTime() - now.getTime();
  if (left < idle.milliseconds() - renewAfter.milliseconds()) {
    await renew(db, row.id, new Date(now.getTime() + idle.milliseconds()));
  }
  return {
    state: 'open',
    actor: row.actor,
    sessionId: row.id,
    authenticatedAt: new Date(row.authenticatedAt),
  };
}

/** Reading goes on where there is no room to write: the session ends sooner. */
async function renew(db: Db, id: string, expiresAt: Date): Promise<void> {
  try {
    await updateSessionExpiry(db, id, expiresAt.toISOString());
  } catch (error) {
    if (!isStorageFull(error)) throw error;
  }
}

/** Ends the session of a request, if it has one. Returns the `Set-Cookie` line that removes its token. */
export async function closeSession(db: Db, config: Config, request: Request): Promise<string> {
  const token = tokenOf(request, config);
  if (token !== undefined) await luciaOn(db).invalidateSession(hashOf(token));
  return sessionCookie(config, '', 0);
}

export function cookieName(config: Pick<Config, 'baseUrl'>): string {
  return isHttps(config) ? '__Host-rapport' : 'rapport';
}

/** A clock that was put back must not prolong a session: one that seems to start in the future has ended. */
function isPastItsLimit(row: SessionRow, now: Date): boolean {
  const age = now.getTime() - new Date(row.startedAt).getTime();
  return age > absolute.milliseconds() || age < -renewAfter.milliseconds();
}

function tokenOf(request: Request, config: Config): string | undefined {
  const name = `${cookieName(config)}=`;
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim());
  const token = pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** Without a lifetime the browser drops it when it closes; the server's limits hold whatever it does. */
function sessionCookie(config: Config, token: string, maxAge?: number): string {
  const attributes = { path: '/', httpOnly: true, secure: isHttps(config), sameSite: 'lax' as const, maxAge };
  return new Cookie(cookieName(config), token, attributes).serialize();
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** lucia over the same queries on both engines; `known` saves it from asking again for what was just read. */
function luciaOn(db: Db, known?: SessionRow): Lucia {
  const adapter: Adapter = {
    async getSessionAndUser(id) {
      const row = known ?? (await findSessionWithActor(db, id));
      if (!row) return [null, null];
      const { accountId } = row.actor;
      const attributes = { startedAt: row.startedAt, authenticatedAt: row.authenticatedAt };
      return [
        { id, userId: accountId, expiresAt: new Date(row.expiresAt), attributes },
        { id: accountId, attributes: {} },
      ];
    },
    getUserSessions: async () => [],
    setSession: ({ id, userId, expiresAt, attributes }) =>
      insertSession(db, { id, accountId: userId, expiresAt: expiresAt.toISOString(), ...attributes }),
    updateSessionExpiration: (id, expiresAt) => renew(db, id, expiresAt),
    // lucia removes a session that it finds expired; those stay for a while (see `deleteForgottenSessions`).
    deleteSession: async (id) => (known ? undefined : deleteSession(db, id)),
    deleteUserSessions: (accountId) => deleteSessionsOf(db, accountId),
    deleteExpiredSessions: () => deleteForgottenSessions(db, new Date()),
  };
  return new Lucia(adapter, { sessionExpiresIn: idle });
}
