import { sql } from 'kysely';
import type { Trx } from './client.ts';
import { isNotNamed, isOfTeams, quarterOf, rootedTypes, type IdSet } from './queries/tally-words.ts';

/**
 * Which kinds of partner were met in what is held, by country. A kind is open where the organisation itself or
 * somebody internal stood for it: whoever sees the interaction then sees that, and it is tallied. Where it is known
 * only through people above internal, it is written out for each principal who reads one of them and never tallied.
 * The rows say what was counted, so that it can be taken out again after people or organisations have changed.
 */

/** Takes interactions out, by what they were counted as. */
export async function takePartnerKindsOut(trx: Trx, those: IdSet): Promise<void> {
  const counted = await sql`select 1 from country_partner_kind where interaction_id in ${those}
    union all select 1 from country_guarded_kind where interaction_id in ${those} limit 1`.execute(trx);
  if (counted.rows.length === 0) return;
  await tallyKinds(trx, those, -1);
  await sql`delete from country_partner_kind where interaction_id in ${those}`.execute(trx);
  await sql`delete from country_guarded_kind where interaction_id in ${those}`.execute(trx);
}

/** Puts in interactions that are out. */
async function countPartnerKinds(trx: Trx, those: IdSet): Promise<void> {
  const met = sql`interaction inner join interaction_country as link on link.interaction_id = interaction.id
    inner join interaction_participant as met on met.interaction_id = interaction.id
    inner join organisation on organisation.id = met.organisation_id
    inner join ${rootedTypes} as rooted on rooted.id = organisation.partner_type_id
    left join person on person.id = met.person_id
    where interaction.id in ${those}
      and interaction.state = 'held' and interaction.archived_at is null`;
  await sql`insert into country_partner_kind (country_id, term_id, occurred_on, interaction_id, level, circle_id)
    select distinct link.country_id, rooted.root_id, interaction.occurred_on, interaction.id, interaction.level,
      interaction.circle_id
    from ${met} and (person.id is null or person.level = 0)`.execute(trx);
  await sql`insert into country_guarded_kind (country_id, principal_id, occurred_on, interaction_id, term_id, level)
    select distinct guarded.country_id, reader.principal_id, guarded.occurred_on, guarded.id, guarded.root_id, guarded.level
    from (select link.country_id, interaction.occurred_on, interaction.id, rooted.root_id, interaction.level,
        person.id as person_id from ${met} and person.level > 0) as guarded
    inner join person_reader as reader on reader.person_id = guarded.person_id
    where not exists (select 1 from country_partner_kind as kind
      where kind.country_id = guarded.country_id and kind.term_id = guarded.root_id
        and kind.occurred_on = guarded.occurred_on and kind.interaction_id = guarded.id)`.execute(trx);
  await tallyKinds(trx, those, 1);
}

/** Counts interactions anew. To be called when what a participant stands for may have changed: a person's level or readers, a partner's kind. */
export async function recountPartnerKinds(trx: Trx, those: IdSet): Promise<void> {
  await takePartnerKindsOut(trx, those);
  await countPartnerKinds(trx, those);
}

async function tallyKinds(trx: Trx, set: IdSet, by: 1 | -1): Promise<void> {
  const quarter = quarterOf('kind.occurred_on');
  const number = sql`${sql.lit(by)} * count(*)`;
  const those = sql`kind.interaction_id in ${set} and ${isNotNamed('kind.circle_id')}`;
  await sql`insert into country_work_tally (country_id, circle_id, quarter, term_id, logged, held)
    select * from (
      select kind.country_id, kind.circle_id, ${quarter} as quarter, kind.term_id, ${number} as logged, ${number} as held
      from country_partner_kind as kind where ${those} group by kind.country_id, kind.circle_id, ${quarter}, kind.term_id
      union all
      select kind.country_id, covering.id, ${quarter} as quarter, kind.term_id, ${number} as logged, ${number} as held
      from country_partner_kind as kind inner join circle as covering on covering.key = 'covering'
      where ${those} and ${isOfTeams('kind.circle_id')}
      group by kind.country_id, covering.id, ${quarter}, kind.term_id) as kinds
    where true order by 1, 2, 3, 4
    on conflict (country_id, circle_id, quarter, term_id) do update set
      logged = country_work_tally.logged + excluded.logged, held = country_work_tally.held + excluded.held`.execute(
    trx,
  );
}
