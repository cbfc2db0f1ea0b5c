import type { Db, Trx } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { Actor } from '../visibility.ts';
import { ACTOR_COLUMNS, actorOfRow } from './actors.ts';

export interface SessionRow {
  id: string;
  startedAt: string;
  authenticatedAt: string;
  expiresAt: string;
  disabledAt: string | null;
  actor: Actor;
}

/** The session, its account, roles and teams in one query: it runs at every request. */
export async function findSessionWithActor(db: Db, id: string): Promise<SessionRow | undefined> {
  const [row] = await sessionWithActor(db, { id });
  if (!row) return undefined;
  return {
    id: row.id,
    startedAt: row.started_at,
    authenticatedAt: row.authenticated_at,
    expiresAt: row.expires_at,
    disabledAt: row.disabled_at,
    actor: actorOfRow(row),
  };
}

const sessionWithActor = prepared(({ id }: { id: string }, _shape, db) =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .where('session.id', '=', id)
    .select([
      'session.id',
      'session.started_at',
      'session.authenticated_at',
      'session.expires_at',
      'account.disabled_at',
      ...ACTOR_COLUMNS,
    ]),
);

export interface NewSession {
  id: string;
  accountId: number;
  startedAt: string;
  authenticatedAt: string;
  expiresAt: string;
}

export async function insertSession(db: Db | Trx, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      id: session.id,
      account_id: session.accountId,
      started_at: session.startedAt,
      authenticated_at: session.authenticatedAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

export async function updateSessionExpiry(db: Db, id: string, expiresAt: string): Promise<void> {
  await db.updateTable('session').set({ expires_at: expiresAt }).where('id', '=', id).execute();
}

export async function deleteSession(db: Db | Trx, id: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute();
}

/** Ends every session of the account. */
export async function deleteSessionsOf(db: Db | Trx, accountId: number): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', accountId).execute();
}

/** An ended session is remembered for a week, so that a form posted on it can be kept for its account. */
const REMEMBERED = 7 * 86_400_000;

/** Removes the sessions that ended so long ago that nobody comes back to a form of theirs. */
export async function deleteForgottenSessions(db: Db, now: Date): Promise<void> {
  const at = new Date(now.getTime() - REMEMBERED).toISOString();
  await db.deleteFrom('session').where('expires_at', '<', at).execute();
}
