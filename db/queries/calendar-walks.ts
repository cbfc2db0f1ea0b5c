import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../client.ts';
import type { Walk } from '../visibility.ts';
import type { Place } from './timeline.ts';

/** What a calendar is narrowed to. Ids were resolved through the actor. */
export interface CalendarFilter {
  /** What this colleague wrote, attends, has to do, owns. */
  accountId?: number;
  /** What these teams own; empty means nothing. */
  teamIds?: readonly number[];
  /** The countries of those teams: reviews belong to a country, not to a team. */
  teamCountryIds?: readonly number[];
  countryId?: number;
  workAreaId?: number;
}

/** From one day to another, both included; whole days only. */
export interface Span {
  from: string;
  to: string;
}

/**
 * The ids of the first `limit` rows of each day, by day. Every day is a walk of its own, no longer than what it gives:
 * a month costs the same whether it holds a hundred rows or thirty thousand.
 */
export async function listIdsByDay(
  db: Db,
  walks: readonly Walk[],
  days: readonly string[],
  limit: number,
): Promise<Map<string, number[]>> {
  if (walks.length === 0 || days.length === 0) return new Map();
  const branches = walks.map((walk, index) => {
    const name = sql.id(`walk_${index}`);
    return sql`select * from (select ${walk.id} as id from ${walk.from}
      where ${walk.where} and ${walk.on} = days.day order by ${walk.id} limit ${limit}) as ${name}`;
  });
  const rows = await sql<{ day: string; ids: string | null }>`with days (day) as (
      values ${sql.join(days.map((day) => sql`(cast(${day} as text))`))})
    select days.day, (select string_agg(cast(first_rows.id as text), ',') from (
      select id from (${union(branches)}) as merged group by id order by id limit ${limit}) as first_rows) as ids
    from days`.execute(db);
  return new Map(
    rows.rows.flatMap(({ day, ids }) =>
      ids === null
        ? []
        : [
            [
              day,
              ids
                .split(',')
                .map(Number)
                .sort((a, b) => a - b),
            ] as const,
          ],
    ),
  );
}

/** The places of a span in order of date, `forward` or from its end, at most `limit`. */
export async function listPlacesInSpan(
  db: Db,
  walks: readonly Walk[],
  span: Span,
  page: { forward: boolean; limit: number },
): Promise<Place[]> {
  if (walks.length === 0) return [];
  const order = page.forward ? sql`asc` : sql`desc`;
  const branches = walks.map((walk, index) => {
    const name = sql.id(`walk_${index}`);
    return sql`select * from (select ${walk.id} as id, ${walk.on} as "on" from ${walk.from}
      where ${walk.where} and ${walk.on} >= ${span.from} and ${walk.on} <= ${span.to}
      order by ${walk.on} ${order}, ${walk.id} ${order} limit ${page.limit}) as ${name}`;
  });
  const rows = await sql<Place>`select id, "on" from (${union(branches)}) as merged
    group by "on", id order by "on" ${order}, id ${order} limit ${page.limit}`.execute(db);
  return rows.rows;
}

const union = (branches: RawBuilder<unknown>[]) => sql`${sql.join(branches, sql` union all `)}`;
