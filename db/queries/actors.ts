import { sql } from 'kysely';
import type { Db } from '../client.ts';
import type { Role } from '../schema/accounts.ts';
import type { Actor } from '../visibility.ts';

interface ActorRow {
  account_id: number;
  ref: string;
  name: string;
  email: string;
  zone: string;
  language: string;
  shortcuts_off: number;
  roles: string | null;
  team_ids: string | null;
}

/** What makes an actor of a joined `account`: roles and teams in one query, since every request asks. */
export const ACTOR_COLUMNS = [
  'account.id as account_id',
  'account.ref',
  'account.name',
  'account.email',
  'account.zone',
  'account.language',
  'account.shortcuts_off',
  sql<string | null>`(select string_agg(role, ',') from account_role where account_id = account.id)`.as(
    'roles',
  ),
  sql<
    string | null
  >`(select string_agg(cast(team_id as text), ',') from account_team where account_id = account.id)`.as(
    'team_ids',
  ),
] as const;

export function actorOfRow(row: ActorRow): Actor {
  return {
    accountId: row.account_id,
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

/** The account as an actor, as it stands now; undefined where it is disabled. */
export async function findActiveActor(db: Db, accountId: number): Promise<Actor | undefined> {
  const row = await db
    .selectFrom('account')
    .select(ACTOR_COLUMNS)
    .where('account.id', '=', accountId)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  return row && actorOfRow(row);
}
