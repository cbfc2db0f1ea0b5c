import { sql, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import { readsRecords, visibleTo, type Actor } from '../visibility.ts';

/** The newest interactions held on any of some countries: the newest of each, merged. Answers ids, newest first. */
export async function listLatestInCountries(
  db: Db,
  actor: Actor,
  countryIds: readonly number[],
  limit: number,
): Promise<number[]> {
  if (countryIds.length === 0 || !readsRecords(actor)) return [];
  // `country_id in (…)` would sort every row of all of them; each branch reads no more than it gives
  const branches = countryIds.map(
    (countryId) => sql`select * from (select link.interaction_id as id, link.occurred_on
      from interaction_country as link
      where link.country_id = ${countryId} and exists (select 1 from interaction
        where interaction.id = link.interaction_id and interaction.state = 'held'
          and interaction.archived_at is null and ${visibleTo(actor, 'interaction')})
      order by link.occurred_on desc, link.interaction_id desc limit ${limit}) as ${sql.id(`of_${countryId}`)}`,
  );
  const found = await sql<{ id: number }>`select id from (${sql.join(branches, sql` union `)}) as merged
    order by occurred_on desc, id desc limit ${limit}`.execute(db);
  return found.rows.map((row) => row.id);
}

export interface PlannedRow {
  id: number;
  author_id: number;
  owning_team_id: number;
  attends: number;
}

/** Planned meetings that the actor attends or wrote, or that are on their countries; the earliest first. */
export async function listPlanned(
  db: Db,
  actor: Actor,
  where: { countryIds: readonly number[]; from: string; to: string },
  limit: number,
): Promise<PlannedRow[]> {
  if (!readsRecords(actor)) return [];
  const countries = sql.join(where.countryIds.length > 0 ? [...where.countryIds] : [-1]);
  const attends = sql<SqlBool>`exists (select 1 from interaction_staff as staff
    where staff.interaction_id = interaction.id and staff.account_id = ${actor.accountId})`;
  return db
    .selectFrom('interaction')
    .select(['id', 'author_id', 'owning_team_id'])
    .select(sql<number>`case when ${attends} then 1 else 0 end`.as('attends'))
    .where('state', '=', 'planned')
    .where('occurred_on', '>=', where.from)
    .where('occurred_on', '<=', where.to)
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'interaction'))
    .where(
      sql<SqlBool>`(interaction.author_id = ${actor.accountId} or ${attends} or exists (
        select 1 from interaction_country as link
        where link.interaction_id = interaction.id and link.country_id in (${countries})))`,
    )
    .orderBy('occurred_on')
    .orderBy('id')
    .limit(limit)
    .execute();
}
