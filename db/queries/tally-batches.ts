import { sql } from 'kysely';
import type { Trx } from '../client.ts';

/**
 * `moveTally` for many interactions at once: takes them out of the counts, or puts them in. For an act that changes
 * the circle of a batch; each of them must be taken out before it and put back after.
 */
export async function moveTallies(trx: Trx, ids: readonly number[], by: 1 | -1): Promise<void> {
  if (ids.length === 0) return;
  const those = sql`interaction.id in (${sql.join([...ids])}) and interaction.archived_at is null`;
  const month = sql`substr(interaction.occurred_on, 1, 7)`;
  const logged = sql`${sql.lit(by)} * count(*)`;
  const held = sql`${sql.lit(by)} * sum(case when interaction.state = 'held' then 1 else 0 end)`;
  // In the order of the key, so that two such acts never wait for each other's rows.
  await sql`insert into interaction_tally (circle_id, month, logged, held)
    select interaction.circle_id, ${month}, ${logged}, ${held} from interaction
    where ${those} group by interaction.circle_id, ${month} order by 1, 2
    on conflict (circle_id, month) do update set
      logged = interaction_tally.logged + excluded.logged, held = interaction_tally.held + excluded.held`.execute(
    trx,
  );
  await sql`insert into country_tally (country_id, circle_id, month, logged, held)
    select link.country_id, interaction.circle_id, ${month}, ${logged}, ${held}
    from interaction inner join interaction_country as link on link.interaction_id = interaction.id
    where ${those} group by link.country_id, interaction.circle_id, ${month} order by 1, 2, 3
    on conflict (country_id, circle_id, month) do update set
      logged = country_tally.logged + excluded.logged, held = country_tally.held + excluded.held`.execute(
    trx,
  );
  await sql`insert into country_area_tally (country_id, circle_id, month, work_area_id, held)
    select link.country_id, interaction.circle_id, ${month}, area.work_area_id, ${logged}
    from interaction inner join interaction_country as link on link.interaction_id = interaction.id
    inner join interaction_work_area as area on area.interaction_id = interaction.id
    where ${those} and interaction.state = 'held'
    group by link.country_id, interaction.circle_id, ${month}, area.work_area_id order by 1, 2, 3, 4
    on conflict (country_id, circle_id, month, work_area_id) do update set
      held = country_area_tally.held + excluded.held`.execute(trx);
}
