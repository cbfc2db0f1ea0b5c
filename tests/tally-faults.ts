import { sql } from 'kysely';
import type { Db } from '#db/client.ts';

type Recount = [kept: string, counted: string];

const quarter = (day: string) =>
  `substr(${day}, 1, 4) || '-Q' || case when substr(${day}, 6, 2) <= '03' then '1' when substr(${day}, 6, 2) <= '06' then '2'
    when substr(${day}, 6, 2) <= '09' then '3' else '4' end`;

/** The circle of an interaction `i`, and once more 'covering' where it is confidential. */
const counted = `inner join circle as counted on counted.id = i.circle_id or (counted.key = 'covering' and i.level = 1)`;

const rootOfPartner = `(select coalesce(top.id, parent.id, leaf.id) from organisation as o
  inner join term as leaf on leaf.id = o.partner_type_id
  left join term as parent on parent.id = leaf.parent_id left join term as top on top.id = parent.parent_id
  where o.id = met.organisation_id)`;

const metThere = `interaction i inner join interaction_country link on link.interaction_id = i.id
  inner join interaction_participant met on met.interaction_id = i.id and met.organisation_id is not null`;
const heldNow = `i.state = 'held' and i.archived_at is null`;

/** Kinds of partner met, as everybody sees who sees the meeting. */
const openKinds = `(select distinct link.country_id, ${rootOfPartner} as term_id, i.occurred_on, i.id as interaction_id,
    i.level, i.circle_id from ${metThere}
  where ${heldNow} and not exists (select 1 from person p where p.id = met.person_id and p.level > 0))`;

const number = (day: string, from: number, length: number) =>
  `cast(substr(${day}, ${from}, ${length}) as integer)`;
const monthsTo = (to: string) =>
  `(((${number(to, 1, 4)} - ${number('link.given_on', 1, 4)}) * 12 + ${number(to, 6, 2)} - ${number('link.given_on', 6, 2)}) * 30
    + ${number(to, 9, 2)} - ${number('link.given_on', 9, 2)} + 15) / 30`;
const adoptedOn = `(select min(step.occurred_on) from advice_step step inner join term on term.id = step.status_id
  where step.advice_id = a.id and term.meaning = 'positive' and a.meaning = 'positive')`;

/** Advice on a country as it is tallied: what stands for everybody or for teams; not what an objective above internal guards, nor what was said elsewhere in confidence. */
const talliedAdvice = `advice_country link inner join advice a on a.id = link.advice_id and a.archived_at is null
  left join interaction i on i.id = a.interaction_id
  left join objective o on o.id = a.objective_id
  inner join circle as counted on counted.key = 'everyone' and a.level = 0
    or a.level = 1 and coalesce(o.level, 0) = 0 and (counted.id = i.circle_id or counted.key = 'covering' and i.id is not null)
      and exists (select 1 from interaction_country met where met.interaction_id = i.id and met.country_id = link.country_id)
  where i.archived_at is null`;

/** For each table of counts: what it keeps, and the recount that it must equal. */
export const tallyRecounts: Record<string, Recount> = {
  circle_tally: [
    `select circle_id, logged, held from circle_tally where logged <> 0 or held <> 0`,
    `select circle_id, count(*) as logged, sum(case when state = 'held' then 1 else 0 end) as held
        from interaction where archived_at is null group by circle_id`,
  ],
  reader_tally: [
    `select principal_id, circle_id, logged, held from reader_tally where logged <> 0 or held <> 0`,
    `select reader.principal_id, i.circle_id, count(*) as logged, sum(case when i.state = 'held' then 1 else 0 end) as held
        from interaction i inner join interaction_reader reader on reader.interaction_id = i.id
        where i.archived_at is null and reader.principal_id in (select id from account)
        group by reader.principal_id, i.circle_id`,
  ],
  country_tally: [
    `select country_id, circle_id, month, logged, held from country_tally where logged <> 0 or held <> 0`,
    `select link.country_id, counted.id as circle_id, substr(i.occurred_on, 1, 7) as month, count(*) as logged,
        sum(case when i.state = 'held' then 1 else 0 end) as held
        from interaction i inner join interaction_country link on link.interaction_id = i.id ${counted}
        where i.archived_at is null group by link.country_id, counted.id, substr(i.occurred_on, 1, 7)`,
  ],
  country_partner_kind: [
    `select country_id, term_id, occurred_on, interaction_id, level, circle_id from country_partner_kind`,
    `select * from ${openKinds} as kinds`,
  ],
  country_guarded_kind: [
    `select country_id, principal_id, occurred_on, interaction_id, term_id, level from country_guarded_kind`,
    `select distinct link.country_id, reader.principal_id, i.occurred_on, i.id as interaction_id,
        ${rootOfPartner} as term_id, i.level
        from ${metThere} inner join person p on p.id = met.person_id and p.level > 0
        inner join person_reader reader on reader.person_id = p.id
        where ${heldNow} and not exists (select 1 from ${openKinds} as kinds where kinds.interaction_id = i.id
          and kinds.country_id = link.country_id and kinds.term_id = ${rootOfPartner})`,
  ],
  country_work_tally: [
    `select country_id, circle_id, quarter, term_id, logged, held from country_work_tally where logged <> 0 or held <> 0`,
    `select link.country_id, counted.id as circle_id, ${quarter('i.occurred_on')} as quarter, area.work_area_id as term_id,
        count(*) as logged, sum(case when i.state = 'held' then 1 else 0 end) as held
        from interaction i inner join interaction_country link on link.interaction_id = i.id
        inner join interaction_work_area area on area.interaction_id = i.id ${counted}
        where i.archived_at is null and i.level < 2
        group by link.country_id, counted.id, ${quarter('i.occurred_on')}, area.work_area_id
      union all
      select i.country_id, counted.id as circle_id, ${quarter('i.occurred_on')} as quarter, i.term_id,
        count(*) as logged, count(*) as held from ${openKinds} as i ${counted} where i.level < 2
        group by i.country_id, counted.id, ${quarter('i.occurred_on')}, i.term_id`,
  ],
  country_account_reader: [
    `select country_id, principal_id, occurred_on, interaction_id, circle_id, logged, held from country_account_reader`,
    `select link.country_id, reader.principal_id, i.occurred_on, i.id as interaction_id, i.circle_id,
        case when i.archived_at is null then 1 else 0 end as logged, case when ${heldNow} then 1 else 0 end as held
        from interaction i inner join interaction_country link on link.interaction_id = i.id
        inner join interaction_reader reader on reader.interaction_id = i.id
        where reader.principal_id in (select id from account)`,
  ],
  country_advice_tally: [
    `select country_id, circle_id, month, status_id, pieces from country_advice_tally where pieces <> 0`,
    `select link.country_id, counted.id as circle_id, substr(a.given_on, 1, 7) as month, a.status_id, count(*) as pieces
        from ${talliedAdvice} group by link.country_id, counted.id, substr(a.given_on, 1, 7), a.status_id`,
  ],
  country_adoption_tally: [
    `select country_id, circle_id, year, months, pieces from country_adoption_tally where pieces <> 0`,
    `select country_id, circle_id, year, months, count(*) as pieces from (
        select link.country_id, counted.id as circle_id, substr(a.given_on, 1, 4) as year, ${monthsTo(adoptedOn)} as months
        from ${talliedAdvice} and ${adoptedOn} is not null) as adopted group by country_id, circle_id, year, months`,
  ],
};

/** What is copied beside a link, and what it must be a copy of. */
const copies: Record<string, Recount> = {
  'interaction_reader.logged': [
    `select interaction_id, principal_id, logged from interaction_reader`,
    `select reader.interaction_id, reader.principal_id, case when i.archived_at is null then 1 else 0 end as logged
        from interaction_reader reader inner join interaction i on i.id = reader.interaction_id`,
  ],
  'interaction_country.held': [
    `select interaction_id, country_id, held, logged from interaction_country`,
    `select link.interaction_id, link.country_id, case when ${heldNow} then 1 else 0 end as held,
        case when i.archived_at is null then 1 else 0 end as logged
        from interaction_country link inner join interaction i on i.id = link.interaction_id`,
  ],
  'advice_country.status_id': [
    `select advice_id, country_id, given_on, status_id, apart from advice_country`,
    `select link.advice_id, link.country_id, a.given_on, a.status_id,
        case when coalesce(o.level, 0) > 0 or coalesce(i.level, 0) > 0 and link.country_id not in (
          select country_id from interaction_country where interaction_id = i.id) then 1 else 0 end as apart
        from advice_country link inner join advice a on a.id = link.advice_id
        left join interaction i on i.id = a.interaction_id left join objective o on o.id = a.objective_id`,
  ],
  'commitment_country.status': [
    `select commitment_id, country_id, status, due_on from commitment_country`,
    `select link.commitment_id, link.country_id, c.status, coalesce(c.due_on, '9999') as due_on
        from commitment_country link inner join commitment c on c.id = link.commitment_id`,
  ],
};

/** Compares the counts and copies kept beside the records with a recount of all of them. Empty when they agree. */
export async function tallyFaults(db: Db): Promise<string[]> {
  const faults: string[] = [];
  for (const [table, queries] of Object.entries({ ...tallyRecounts, ...copies })) {
    const [kept, counted] = await Promise.all(
      queries.map(async (query) => {
        const rows = await sql.raw<Record<string, unknown>>(query).execute(db);
        return new Set(rows.rows.map((row) => JSON.stringify(Object.entries(row).sort())));
      }),
    );
    for (const row of kept ?? []) if (!counted?.has(row)) faults.push(`${table} keeps ${row}`);
    for (const row of counted ?? []) if (!kept?.has(row)) faults.push(`${table} lacks ${row}`);
  }
  return faults;
}
