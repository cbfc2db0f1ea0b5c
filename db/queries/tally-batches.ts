import { sql, type RawBuilder } from 'kysely';
import type { Trx } from '../client.ts';
import { recountPartnerKinds, takePartnerKindsOut } from '../partner-kind-audience.ts';
import { countAdviceOf } from './advice-tallies.ts';
import { isNotNamed, isOfTeams, quarterOf, these, type IdSet } from './tally-words.ts';

/** The circle of each interaction, and 'covering' beside it where its circle is one of teams. Rows: id, circle_id. */
const circlesCounted = (those: IdSet): RawBuilder<unknown> => sql`(
  select id, circle_id from interaction where id in ${those}
  union all select interaction.id, covering.id from interaction inner join circle as covering on covering.key = 'covering'
  where interaction.id in ${those} and ${isOfTeams('interaction.circle_id')})`;

/**
 * Takes interactions out of the counts, or puts them in: each must be taken out before it changes and put back after.
 * What hangs on them and is counted too goes along.
 */
export async function moveTallies(trx: Trx, ids: readonly number[], by: 1 | -1): Promise<void> {
  if (ids.length > 0) await move(trx, these(ids), by);
}

/** Counts all there is, where nothing was counted before: for rows that were written in bulk. */
export async function countEverything(trx: Trx): Promise<void> {
  await move(trx, sql`(select id from interaction)`, 1);
}

async function move(trx: Trx, set: IdSet, by: 1 | -1): Promise<void> {
  if (by === -1) await takePartnerKindsOut(trx, set);
  const those = sql`interaction.id in ${set} and interaction.archived_at is null`;
  const month = sql`substr(interaction.occurred_on, 1, 7)`;
  const logged = sql`${sql.lit(by)} * count(*)`;
  const held = sql`${sql.lit(by)} * sum(case when interaction.state = 'held' then 1 else 0 end)`;
  // In the order of the key, so that two such acts never wait for each other's rows.
  await sql`insert into circle_tally (circle_id, logged, held)
    select interaction.circle_id, ${logged}, ${held} from interaction
    where ${those} group by interaction.circle_id order by 1
    on conflict (circle_id) do update set
      logged = circle_tally.logged + excluded.logged, held = circle_tally.held + excluded.held`.execute(trx);
  await sql`insert into reader_tally (principal_id, circle_id, logged, held)
    select reader.principal_id, interaction.circle_id, ${logged}, ${held}
    from interaction inner join interaction_reader as reader on reader.interaction_id = interaction.id
    inner join account on account.id = reader.principal_id
    where ${those} group by reader.principal_id, interaction.circle_id order by 1, 2
    on conflict (principal_id, circle_id) do update set
      logged = reader_tally.logged + excluded.logged, held = reader_tally.held + excluded.held`.execute(trx);
  await sql`insert into country_tally (country_id, circle_id, month, logged, held)
    select link.country_id, counted.circle_id, ${month}, ${logged}, ${held}
    from interaction inner join interaction_country as link on link.interaction_id = interaction.id
    inner join ${circlesCounted(set)} as counted on counted.id = interaction.id
    where ${those} group by link.country_id, counted.circle_id, ${month} order by 1, 2, 3
    on conflict (country_id, circle_id, month) do update set
      logged = country_tally.logged + excluded.logged, held = country_tally.held + excluded.held`.execute(
    trx,
  );
  await sql`insert into country_work_tally (country_id, circle_id, quarter, term_id, logged, held)
    select link.country_id, counted.circle_id, ${quarterOf('interaction.occurred_on')}, area.work_area_id, ${logged}, ${held}
    from interaction inner join interaction_country as link on link.interaction_id = interaction.id
    inner join interaction_work_area as area on area.interaction_id = interaction.id
    inner join ${circlesCounted(set)} as counted on counted.id = interaction.id
    where ${those} and ${isNotNamed('interaction.circle_id')}
    group by link.country_id, counted.circle_id, ${quarterOf('interaction.occurred_on')}, area.work_area_id
    order by 1, 2, 3, 4
    on conflict (country_id, circle_id, quarter, term_id) do update set
      logged = country_work_tally.logged + excluded.logged, held = country_work_tally.held + excluded.held`.execute(
    trx,
  );
  if (by === -1) return;
  await copyStandings(trx, set);
  await recountPartnerKinds(trx, set);
  await countAdviceOf(trx, set);
}

/** Beside each country stands whether the interaction counts as contact; beside its readers there, as what it is counted. */
async function copyStandings(trx: Trx, those: IdSet): Promise<void> {
  const logged = sql`case when interaction.archived_at is null then 1 else 0 end`;
  const held = sql`case when interaction.archived_at is null and interaction.state = 'held' then 1 else 0 end`;
  await sql`update interaction_country set logged = ${logged}, held = ${held}
    from interaction where interaction.id = interaction_country.interaction_id
      and interaction_country.interaction_id in ${those}`.execute(trx);
  await sql`update interaction_reader set logged = ${logged}
    from interaction where interaction.id = interaction_reader.interaction_id
      and interaction_reader.interaction_id in ${those}`.execute(trx);
  await sql`update country_account_reader set
      circle_id = interaction.circle_id,
      logged = ${logged}, held = ${held}
    from interaction where interaction.id = country_account_reader.interaction_id
      and country_account_reader.interaction_id in ${those}`.execute(trx);
}
