import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { principalsOf, type Actor } from './visibility.ts';

/**
 * The circle that a piece of advice is counted for, asked of a row of `advice_country`; null where it is in no tally:
 * what is put away, what named people read, and what is above internal without a meeting.
 */
export const circleOfAdvice = sql<number | null>`(select case when advice.interaction_id is null
      then (select id from circle where key = 'everyone') else interaction.circle_id end
    from advice left join interaction on interaction.id = advice.interaction_id
    where advice.id = advice_country.advice_id and advice.archived_at is null and interaction.archived_at is null
      and (interaction.level < 2 or (interaction.id is null and advice.level = 0)))`;

/**
 * True for advice of one level. Above internal it starts from what the actor reads, for the same reason as
 * `readOfLevel`; to be used beside `visibleTo`.
 */
export function adviceOfLevel(actor: Actor, level: number): RawBuilder<SqlBool> {
  if (level === 0) return sql<SqlBool>`advice.level = 0`;
  const principals = principalsOf(actor);
  return sql<SqlBool>`advice.level = ${level} and advice.id in (
    select reader.advice_id from advice_reader as reader
    where reader.principal_id in (${principals.length > 0 ? sql.join(principals) : sql`-1`}))`;
}
