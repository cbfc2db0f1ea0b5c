import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { principalsOf, type Actor } from './visibility.ts';

/** True for a row of `advice_country` whose country is one of the meeting's. */
const isOfMeeting = sql<SqlBool>`exists (select 1 from interaction_country as met
  where met.interaction_id = interaction.id and met.country_id = advice_country.country_id)`;

/**
 * The circle that a piece of advice is counted for, asked of a row of `advice_country`; null where it is in no tally:
 * what is put away, what named people read, what has the readers of an objective above internal, and what is said of a
 * country that its meeting, above internal, is not on: those who cover the country need not read that meeting.
 */
export const circleOfAdvice = sql<number | null>`(select case when advice.interaction_id is null
      then (select id from circle where key = 'everyone') else interaction.circle_id end
    from advice left join interaction on interaction.id = advice.interaction_id
    where advice.id = advice_country.advice_id and advice.archived_at is null and interaction.archived_at is null
      and (interaction.id is null or interaction.level = 0 or (interaction.level = 1 and ${isOfMeeting}))
      and not exists (select 1 from objective where objective.id = advice.objective_id and objective.level > 0))`;

/**
 * 1 where advice is counted by no tally, asked of a row of `advice_country`, although its meeting is no secret of named
 * people: what serves an objective above internal, or was said of another country in a meeting above internal.
 */
export const isAdviceApart = sql<number>`(select case when objective.level > 0 or interaction.level > 0 and not ${isOfMeeting}
      then 1 else 0 end
    from advice left join interaction on interaction.id = advice.interaction_id
    left join objective on objective.id = advice.objective_id
    where advice.id = advice_country.advice_id)`;

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
