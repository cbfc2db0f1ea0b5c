import type { Db, Trx } from '../client.ts';
import type { FeedScope } from '../schema/calendar.ts';

export interface Feed {
  id: number;
  ref: string;
  account_id: number;
  scope: FeedScope;
  team_id: number | null;
  country_id: number | null;
  created_at: string;
}

const COLUMNS = ['id', 'ref', 'account_id', 'scope', 'team_id', 'country_id', 'created_at'] as const;

export async function insertFeed(trx: Trx, row: Omit<Feed, 'id'> & { token_hash: string }): Promise<number> {
  const { id } = await trx.insertInto('calendar_feed').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** The feed at the address with this secret (its SHA-256), unless it was revoked. */
export async function findOpenFeed(db: Db, tokenHash: string): Promise<Feed | undefined> {
  return db
    .selectFrom('calendar_feed')
    .select(COLUMNS)
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

/** The feeds of an account that work, the oldest first. */
export async function listOpenFeeds(db: Db | Trx, accountId: number, limit: number): Promise<Feed[]> {
  return db
    .selectFrom('calendar_feed')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Ends a feed of an account, if it has one by this ref that works. */
export async function updateFeedRevoked(
  trx: Trx,
  feed: { ref: string; accountId: number },
  at: string,
): Promise<Feed | undefined> {
  return trx
    .updateTable('calendar_feed')
    .set({ revoked_at: at })
    .where('ref', '=', feed.ref)
    .where('account_id', '=', feed.accountId)
    .where('revoked_at', 'is', null)
    .returning(COLUMNS)
    .executeTakeFirst();
}
