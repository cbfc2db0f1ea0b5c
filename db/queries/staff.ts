import type { Db } from '../client.ts';
import type { Role } from '../schema/accounts.ts';

/** Colleagues as records name them: assignees, attendees, readers. */
export interface StaffRow {
  id: number;
  ref: string;
  name: string;
  roles: Role[];
  teamIds: number[];
}

/** Accounts in use whose role lets them read records, by name. */
export async function listStaff(db: Db): Promise<StaffRow[]> {
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'ref', 'name'])
    .where('disabled_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('account_role')
          .select('account_role.role')
          .whereRef('account_role.account_id', '=', 'account.id')
          .where('account_role.role', '<>', 'administrator'),
      ),
    )
    .orderBy('name_folded')
    .execute();
  const roles = await db.selectFrom('account_role').selectAll().execute();
  const teams = await db.selectFrom('account_team').selectAll().execute();
  return accounts.map((account) => ({
    ...account,
    roles: roles.filter((row) => row.account_id === account.id).map((row) => row.role),
    teamIds: teams.filter((row) => row.account_id === account.id).map((row) => row.team_id),
  }));
}

/** Names of accounts, those no longer in use among them. */
export async function listAccountNames(
  db: Db,
  ids: number[],
): Promise<{ id: number; ref: string; name: string }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('account')
    .select(['id', 'ref', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
}

/** The same by ref. */
export async function listAccountNamesByRef(
  db: Db,
  refs: readonly string[],
): Promise<{ ref: string; name: string }[]> {
  if (refs.length === 0) return [];
  return db
    .selectFrom('account')
    .select(['ref', 'name'])
    .where('ref', 'in', [...refs])
    .execute();
}
