import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** Ids of interactions or of advice, as SQL within parentheses: those named, or those of a query. */
export type IdSet = RawBuilder<unknown>;

/** Must not be empty. */
export const these = (ids: readonly number[]): IdSet => sql`(${sql.join([...ids])})`;

/** The quarter that a day lies in, as tallies write it: 'YYYY-Qn'. */
export function quarterOf(day: string): RawBuilder<string> {
  const on = sql.ref(day);
  return sql`substr(${on}, 1, 4) || '-Q' || cast((cast(substr(${on}, 6, 2) as integer) + 2) / 3 as text)`;
}

/** True for a circle of teams: not everybody's, not that of named people. */
export function isOfTeams(circleId: string): RawBuilder<SqlBool> {
  return sql`${sql.ref(circleId)} in (select id from circle where key not in ('everyone', 'named', 'covering'))`;
}

/** False for the circle of named people, which no tally of a country counts. */
export function isNotNamed(circleId: string): RawBuilder<SqlBool> {
  return sql`${sql.ref(circleId)} <> (select id from circle where key = 'named')`;
}

/** Every partner type with the one at the root of its branch; a branch is three deep at most. Rows: id, root_id. */
export const rootedTypes = sql`(select leaf.id, coalesce(top.id, parent.id, leaf.id) as root_id from term as leaf
  left join term as parent on parent.id = leaf.parent_id left join term as top on top.id = parent.parent_id
  where leaf.vocabulary = 'partner_type')`;
