import type { Trx } from '../client.ts';

/** Says which countries a team covers. The caller raises the reference revision. */
export async function insertTeamCountries(
  trx: Trx,
  links: readonly { teamId: number; countryId: number }[],
): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map(({ teamId, countryId }) => ({ team_id: teamId, country_id: countryId }));
  await trx
    .insertInto('team_country')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
