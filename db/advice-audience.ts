import { sql } from 'kysely';

/**
 * The circle that a piece of advice is counted for, asked of a row of `advice_country`; null where it is in no tally:
 * what is put away, what named people read, and what is above internal without a meeting.
 */
export const circleOfAdvice = sql<number | null>`(select case when advice.interaction_id is null
      then (select id from circle where key = 'everyone') else interaction.circle_id end
    from advice left join interaction on interaction.id = advice.interaction_id
    where advice.id = advice_country.advice_id and advice.archived_at is null and interaction.archived_at is null
      and (interaction.level < 2 or (interaction.id is null and advice.level = 0)))`;
