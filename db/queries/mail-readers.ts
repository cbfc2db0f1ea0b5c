import { sql } from 'kysely';
import type { Db } from '../client.ts';
import type { Role } from '../schema/accounts.ts';
import type { Actor } from '../visibility.ts';

/** The account as a reader of mail; undefined where it is disabled or was never set up. */
export async function findMailReader(db: Db, accountId: number): Promise<Actor | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'ref', 'name', 'email', 'zone', 'language', 'shortcuts_off'])
    .select(
      sql<string | null>`(select string_agg(role, ',') from account_role where account_id = account.id)`.as(
        'roles',
      ),
    )
    .select(
      sql<
        string | null
      >`(select string_agg(cast(team_id as text), ',') from account_team where account_id = account.id)`.as(
        'team_ids',
      ),
    )
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    accountId: row.id,
    ref: row.ref,
    name: row.name,
    email: row.email,
    roles: (row.roles?.split(',') ?? []) as Role[],
    teamIds: row.team_ids?.split(',').map(Number) ?? [],
    zone: row.zone,
    language: row.language,
    shortcutsOff: row.shortcuts_off === 1,
  };
}

/** Accounts in use, a page at a time by id: whose day it is to have a digest is seen by their zone. */
export async function listMailAccounts(
  db: Db,
  after: number,
  limit: number,
): Promise<{ id: number; zone: string }[]> {
  return db
    .selectFrom('account')
    .select(['id', 'zone'])
    .where('id', '>', after)
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .execute();
}
