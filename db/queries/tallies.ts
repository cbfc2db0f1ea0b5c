import { sql } from 'kysely';
import type { Db, Trx } from '../client.ts';
import { circleVisibleTo, visibleOutsideCircles, type Actor } from '../visibility.ts';

/**
 * Counts kept in the writing transaction, so that "1,284 within your access" costs the same at a million rows.
 * A use case takes the interaction out before it changes it and puts it back after.
 */
export async function moveTally(trx: Trx, interactionId: number, by: 1 | -1): Promise<void> {
  const row = await trx
    .selectFrom('interaction')
    .select(['circle_id', 'occurred_on', 'state', 'archived_at'])
    .where('id', '=', interactionId)
    .executeTakeFirstOrThrow();
  if (row.archived_at !== null) return;
  const held = row.state === 'held' ? by : 0;
  const month = row.occurred_on.slice(0, 7);
  await sql`insert into interaction_tally (circle_id, month, logged, held)
    values (${row.circle_id}, ${month}, ${by}, ${held})
    on conflict (circle_id, month) do update set
      logged = interaction_tally.logged + excluded.logged, held = interaction_tally.held + excluded.held`.execute(
    trx,
  );
  await sql`insert into country_tally (country_id, circle_id, month, logged, held)
    select country_id, ${row.circle_id}, ${month}, ${by}, ${held}
    from interaction_country where interaction_id = ${interactionId} order by country_id
    on conflict (country_id, circle_id, month) do update set
      logged = country_tally.logged + excluded.logged, held = country_tally.held + excluded.held`.execute(
    trx,
  );
  if (held === 0) return;
  await sql`insert into country_area_tally (country_id, circle_id, month, work_area_id, held)
    select c.country_id, ${row.circle_id}, ${month}, a.work_area_id, ${held}
    from interaction_country as c inner join interaction_work_area as a on a.interaction_id = c.interaction_id
    where c.interaction_id = ${interactionId} order by c.country_id, a.work_area_id
    on conflict (country_id, circle_id, month, work_area_id) do update set
      held = country_area_tally.held + excluded.held`.execute(trx);
}

export interface Counts {
  logged: number;
  held: number;
}

const sum = (column: string) => sql<number>`coalesce(sum(${sql.ref(column)}), 0)`;

const countedOutside = sql`count(*) as logged,
  coalesce(sum(case when mine.state = 'held' then 1 else 0 end), 0) as held`;

const daysOf = ({ from, to }: { from: string; to: string }) => ({ from: `${from}-01`, to: `${to}-31` });

/** How many interactions the actor may see, planned ones among `logged`. */
export async function countVisibleInteractions(db: Db, actor: Actor): Promise<Counts> {
  const tallied = await sql<Counts>`select ${sum('logged')} as logged, ${sum('held')} as held
    from interaction_tally where ${circleVisibleTo(actor, 'interaction_tally.circle_id')}`.execute(db);
  const outside = await sql<Counts>`select ${countedOutside}
    from (${visibleOutsideCircles(actor)}) as mine`.execute(db);
  return add(tallied.rows[0], outside.rows[0]);
}

/** The same for one country, from the month `from` to the month `to` ('YYYY-MM', both included). */
export async function countVisibleInCountry(
  db: Db,
  actor: Actor,
  countryId: number,
  months: { from: string; to: string },
): Promise<Counts> {
  const tallied =
    await sql<Counts>`select ${sum('logged')} as logged, ${sum('held')} as held from country_tally
    where country_id = ${countryId} and month >= ${months.from} and month <= ${months.to}
      and ${circleVisibleTo(actor, 'country_tally.circle_id')}`.execute(db);
  const outside = await sql<Counts>`select ${countedOutside}
    from (${visibleOutsideCircles(actor, daysOf(months))}) as mine
    inner join interaction_country as link on link.interaction_id = mine.id and link.country_id = ${countryId}`.execute(
    db,
  );
  return add(tallied.rows[0], outside.rows[0]);
}

function add(a: Counts | undefined, b: Counts | undefined): Counts {
  return { logged: (a?.logged ?? 0) + (b?.logged ?? 0), held: (a?.held ?? 0) + (b?.held ?? 0) };
}

export interface AreaMonth {
  work_area_id: number;
  month: string;
  held: number;
}

/** Held interactions of a country by work area and month, within the actor's access. */
export async function listCountryAreaMonths(
  db: Db,
  actor: Actor,
  countryId: number,
  months: { from: string; to: string },
): Promise<AreaMonth[]> {
  const rows = await sql<AreaMonth>`select work_area_id, month, sum(held) as held from (
      select work_area_id, month, held from country_area_tally
      where country_id = ${countryId} and month >= ${months.from} and month <= ${months.to}
        and ${circleVisibleTo(actor, 'country_area_tally.circle_id')}
      union all
      select area.work_area_id, substr(mine.occurred_on, 1, 7) as month, 1 as held
      from (${visibleOutsideCircles(actor, daysOf(months))}) as mine
      inner join interaction_country as link on link.interaction_id = mine.id and link.country_id = ${countryId}
      inner join interaction_work_area as area on area.interaction_id = mine.id
      where mine.state = 'held'
    ) as counted group by work_area_id, month having sum(held) > 0`.execute(db);
  return rows.rows;
}

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
