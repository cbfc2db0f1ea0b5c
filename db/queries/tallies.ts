import { sql } from 'kysely';
import type { Db, Trx } from '../client.ts';
import { circleOfCountryVisibleTo, visibleOutsideTalliesOf } from '../country-visibility.ts';
import { prepared } from '../prepared.ts';
import { circleVisibleTo, readsRecords, visibleOutsideCircles, type Actor } from '../visibility.ts';
import { moveTallies } from './tally-batches.ts';

/**
 * Counts kept in the writing transaction, so that "1,284 within your access" costs the same at a million rows.
 * A use case takes the interaction out before it changes it and puts it back after.
 */
export async function moveTally(trx: Trx, interactionId: number, by: 1 | -1): Promise<void> {
  await moveTallies(trx, [interactionId], by);
}

export interface Counts {
  logged: number;
  held: number;
}

const sum = (column: string) => sql<number>`coalesce(sum(${sql.ref(column)}), 0)`;

const daysOf = ({ from, to }: { from: string; to: string }) => ({ from: `${from}-01`, to: `${to}-31` });

/** How many interactions the actor may see, planned ones among `logged`. */
export async function countVisibleInteractions(db: Db, actor: Actor): Promise<Counts> {
  return readsRecords(actor) ? only(await visibleCounts(db, { actor })) : only([]);
}

const visibleCounts = prepared<{ actor: Actor }, Counts>(
  ({ actor }) => sql`select ${sum('logged')} as logged, ${sum('held')} as held from (
      select logged, held from circle_tally where ${circleVisibleTo(actor, 'circle_tally.circle_id')}
      union all select logged, held from reader_tally
      where principal_id = ${actor.accountId} and not ${circleVisibleTo(actor, 'reader_tally.circle_id')}) as counted`,
);

/** The same for one country, from the month `from` to the month `to` ('YYYY-MM', both included). */
export async function countVisibleInCountry(
  db: Db,
  actor: Actor,
  countryId: number,
  months: { from: string; to: string },
): Promise<Counts> {
  const counted = await sql<Counts>`select ${sum('logged')} as logged, ${sum('held')} as held from (
      select logged, held from country_tally
      where country_id = ${countryId} and month >= ${months.from} and month <= ${months.to}
        and ${circleOfCountryVisibleTo(actor, countryId, 'country_tally.circle_id')}
      union all select 1, mine.held
      from (${visibleOutsideTalliesOf(actor, countryId, daysOf(months))}) as mine) as counted`.execute(db);
  return only(counted.rows);
}

const only = (rows: readonly Counts[]): Counts => rows[0] ?? { logged: 0, held: 0 };

/** Held interactions of every country from one month to another, within the actor's access, by the country's id. */
export async function countHeldByCountry(
  db: Db,
  actor: Actor,
  months: { from: string; to: string },
): Promise<Map<number, number>> {
  const rows = await sql<{ country_id: number; held: number }>`select country_id, sum(held) as held from (
      select country_id, held from country_tally
      where month >= ${months.from} and month <= ${months.to} and ${circleVisibleTo(actor, 'country_tally.circle_id')}
      union all
      select link.country_id, 1 as held
      from (${visibleOutsideCircles(actor, daysOf(months))}) as mine
      inner join interaction_country as link on link.interaction_id = mine.id
      where mine.state = 'held'
    ) as counted group by country_id`.execute(db);
  return new Map(rows.rows.map((row) => [row.country_id, row.held]));
}
