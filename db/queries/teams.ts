import type { Db, Trx } from '../client.ts';
import { fold } from '../fold.ts';

export interface MemberRow {
  team_id: number;
  ref: string;
  name: string;
}

/** The accounts in use of every team, by name. */
export async function listTeamMembers(db: Db): Promise<MemberRow[]> {
  return db
    .selectFrom('account_team')
    .innerJoin('account', 'account.id', 'account_team.account_id')
    .select(['account_team.team_id', 'account.ref', 'account.name'])
    .where('account.disabled_at', 'is', null)
    .orderBy('account.name_folded')
    .orderBy('account.id')
    .execute();
}

export async function updateTeamName(trx: Trx, id: number, name: string): Promise<void> {
  await trx
    .updateTable('team')
    .set({ name, name_folded: fold(name) })
    .where('id', '=', id)
    .execute();
}

/** The ids of the countries that a team covers. */
export async function listTeamCountries(db: Db | Trx, teamId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('team_country')
    .select('country_id')
    .where('team_id', '=', teamId)
    .orderBy('country_id')
    .execute();
  return rows.map((row) => row.country_id);
}

export async function deleteTeamCountries(
  trx: Trx,
  teamId: number,
  countryIds: readonly number[],
): Promise<void> {
  if (countryIds.length === 0) return;
  await trx
    .deleteFrom('team_country')
    .where('team_id', '=', teamId)
    .where('country_id', 'in', [...countryIds])
    .execute();
}
