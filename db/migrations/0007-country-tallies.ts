import { addColumn, dropTables, keyedTable, table, type Engine, type Migration } from './ddl.ts';

const tables = [
  'country_work_tally',
  'country_partner_kind',
  'country_guarded_kind',
  'country_account_reader',
  'country_advice_tally',
  'country_adoption_tally',
];

const monthOf = (day: string) => `substr(${day}, 1, 7)`;
const quarterOf = (day: string) =>
  `substr(${day}, 1, 4) || '-Q' || cast((cast(substr(${day}, 6, 2) as integer) + 2) / 3 as text)`;
const part = (day: string, from: number, length: number) =>
  `cast(substr(${day}, ${from}, ${length}) as integer)`;
/** Months of thirty days between two days, rounded: whole numbers, so that both engines say the same. */
const monthsBetween = (from: string, to: string) =>
  `(((${part(to, 1, 4)} - ${part(from, 1, 4)}) * 12 + ${part(to, 6, 2)} - ${part(from, 6, 2)}) * 30
    + ${part(to, 9, 2)} - ${part(from, 9, 2)} + 15) / 30`;

/** Every partner type with the one at the root of its branch. */
const rooted = `(select leaf.id, coalesce(top.id, parent.id, leaf.id) as root_id from term as leaf
  left join term as parent on parent.id = leaf.parent_id left join term as top on top.id = parent.parent_id)`;

const covering = "(select id from circle where key = 'covering')";
/** Confidential records only: everybody's and those of named people are not among them. */
const ofTeams = "circle_id in (select id from circle where key not in ('everyone', 'named', 'covering'))";

const kindsOfPartners = `interaction as i inner join interaction_country as link on link.interaction_id = i.id
  inner join interaction_participant as met on met.interaction_id = i.id
  inner join organisation as partner on partner.id = met.organisation_id
  inner join ${rooted} as rooted on rooted.id = partner.partner_type_id
  left join person on person.id = met.person_id`;

const fill = [
  `update interaction_country set held = 1 where exists (select 1 from interaction as i
    where i.id = interaction_country.interaction_id and i.state = 'held' and i.archived_at is null)`,
  `insert into country_partner_kind (country_id, term_id, occurred_on, interaction_id, level, circle_id)
    select distinct link.country_id, rooted.root_id, i.occurred_on, i.id, i.level, i.circle_id from ${kindsOfPartners}
    where link.held = 1 and (person.id is null or person.level = 0)`,
  `insert into country_guarded_kind (country_id, principal_id, occurred_on, interaction_id, term_id, level)
    select distinct link.country_id, reader.principal_id, i.occurred_on, i.id, rooted.root_id, i.level
    from ${kindsOfPartners} inner join person_reader as reader on reader.person_id = person.id
    where link.held = 1 and person.level > 0 and not exists (select 1 from country_partner_kind as kind
      where kind.country_id = link.country_id and kind.term_id = rooted.root_id
        and kind.occurred_on = i.occurred_on and kind.interaction_id = i.id)`,
  `insert into country_account_reader (country_id, principal_id, occurred_on, interaction_id)
    select link.country_id, reader.principal_id, reader.occurred_on, reader.interaction_id
    from interaction_reader as reader inner join account on account.id = reader.principal_id
    inner join interaction_country as link on link.interaction_id = reader.interaction_id`,
  `insert into country_work_tally (country_id, circle_id, quarter, term_id, logged, held)
    select link.country_id, i.circle_id, ${quarterOf('i.occurred_on')}, area.work_area_id, count(*), sum(link.held)
    from interaction as i inner join interaction_country as link on link.interaction_id = i.id
    inner join interaction_work_area as area on area.interaction_id = i.id
    where i.archived_at is null and i.level < 2
    group by link.country_id, i.circle_id, ${quarterOf('i.occurred_on')}, area.work_area_id`,
  `insert into country_work_tally (country_id, circle_id, quarter, term_id, logged, held)
    select kind.country_id, i.circle_id, ${quarterOf('i.occurred_on')}, kind.term_id, count(*), count(*)
    from country_partner_kind as kind inner join interaction as i on i.id = kind.interaction_id
    where i.level < 2 group by kind.country_id, i.circle_id, ${quarterOf('i.occurred_on')}, kind.term_id`,
  `insert into country_work_tally (country_id, circle_id, quarter, term_id, logged, held)
    select country_id, ${covering}, quarter, term_id, sum(logged), sum(held) from country_work_tally
    where ${ofTeams} group by country_id, quarter, term_id`,
  `insert into country_tally (country_id, circle_id, month, logged, held)
    select country_id, ${covering}, month, sum(logged), sum(held) from country_tally
    where ${ofTeams} group by country_id, month`,
  `update advice_country set
    months = (select ${monthsBetween('advice_country.given_on', 'min(step.occurred_on)')}
      from advice_step as step inner join term on term.id = step.status_id and term.meaning = 'positive'
      inner join advice on advice.id = step.advice_id and advice.meaning = 'positive'
      where step.advice_id = advice_country.advice_id),
    status_id = (select status_id from advice where advice.id = advice_country.advice_id),
    circle_id = (select case when advice.interaction_id is null then (select id from circle where key = 'everyone')
        else i.circle_id end
      from advice left join interaction as i on i.id = advice.interaction_id
      where advice.id = advice_country.advice_id and advice.archived_at is null and i.archived_at is null
        and (i.level < 2 or (i.id is null and advice.level = 0)))`,
  `insert into country_advice_tally (country_id, circle_id, month, status_id, pieces)
    select country_id, circle_id, ${monthOf('given_on')}, status_id, count(*) from advice_country
    where circle_id is not null group by country_id, circle_id, ${monthOf('given_on')}, status_id`,
  `insert into country_advice_tally (country_id, circle_id, month, status_id, pieces)
    select country_id, ${covering}, month, status_id, sum(pieces) from country_advice_tally
    where ${ofTeams} group by country_id, month, status_id`,
  `insert into country_adoption_tally (country_id, circle_id, year, months, pieces)
    select country_id, circle_id, substr(given_on, 1, 4), months, count(*) from advice_country
    where circle_id is not null and months is not null
    group by country_id, circle_id, substr(given_on, 1, 4), months`,
  `insert into country_adoption_tally (country_id, circle_id, year, months, pieces)
    select country_id, ${covering}, year, months, sum(pieces) from country_adoption_tally
    where ${ofTeams} group by country_id, year, months`,
  `update commitment_country set
    status = (select status from commitment where commitment.id = commitment_country.commitment_id),
    due_on = (select coalesce(due_on, '9999') from commitment where commitment.id = commitment_country.commitment_id)`,
];

const areaTally = (engine: Engine) =>
  table(
    engine,
    'country_area_tally',
    `
      country_id integer not null references country (id),
      circle_id integer not null references circle (id),
      month text not null,
      work_area_id integer not null references term (id),
      held integer not null,
      primary key (country_id, circle_id, month, work_area_id)`,
  );

/** What the page of a country counts, as sums over few rows; and what lists of one country, team or status walk. */
export const countryTallies: Migration = {
  name: '0007-country-tallies',
  up: (engine) => [
    // Teams that cover a country read all that is confidential there, whatever its circle: kept as one sum beside
    // the circles, since a busy country has dozens of those.
    "insert into circle (key) values ('covering')",
    // held = 1 where the interaction is held and not archived
    addColumn(engine, 'interaction_country', 'held integer not null default 0'),
    // status and due_on are the promise's, '9999' where it has no date
    addColumn(engine, 'commitment_country', 'status text'),
    addColumn(engine, 'commitment_country', 'due_on text'),
    // What a piece of advice was counted as; circle_id is null where it is in no tally. months = to its adoption.
    addColumn(engine, 'advice_country', 'circle_id integer references circle (id)'),
    addColumn(engine, 'advice_country', 'status_id integer references term (id)'),
    addColumn(engine, 'advice_country', 'months integer'),
    'drop table country_area_tally',
    // term_id is a work area, or a kind of partner at the root of its branch. quarter = 'YYYY-Qn'.
    keyedTable(
      engine,
      'country_work_tally',
      `
      country_id integer not null references country (id),
      circle_id integer not null references circle (id),
      quarter text not null,
      term_id integer not null references term (id),
      logged integer not null,
      held integer not null,
      primary key (country_id, circle_id, quarter, term_id)`,
    ),
    // Kinds of partner met in what is held and not archived, as everybody sees who sees the interaction. circle_id: as
    // which it was counted.
    keyedTable(
      engine,
      'country_partner_kind',
      `
      country_id integer not null references country (id),
      term_id integer not null references term (id),
      occurred_on text not null,
      interaction_id integer not null references interaction (id),
      level integer not null,
      circle_id integer not null references circle (id),
      primary key (country_id, term_id, occurred_on, interaction_id)`,
    ),
    // taking an interaction out of the counts before it changes
    'create index country_partner_kind_by_interaction on country_partner_kind (interaction_id)',
    // Kinds met only through people above internal, for each principal that reads one of those people.
    keyedTable(
      engine,
      'country_guarded_kind',
      `
      country_id integer not null references country (id),
      principal_id integer not null references principal (id),
      occurred_on text not null,
      interaction_id integer not null references interaction (id),
      term_id integer not null references term (id),
      level integer not null,
      primary key (country_id, principal_id, occurred_on, interaction_id, term_id)`,
    ),
    // the same, for what is guarded
    'create index country_guarded_kind_by_interaction on country_guarded_kind (interaction_id)',
    // The reader rows of accounts, by country: what is counted one by one beside the tallies.
    keyedTable(
      engine,
      'country_account_reader',
      `
      country_id integer not null references country (id),
      principal_id integer not null references principal (id),
      occurred_on text not null,
      interaction_id integer not null references interaction (id),
      primary key (country_id, principal_id, occurred_on, interaction_id)`,
    ),
    // writing the readers of an interaction anew
    'create index country_account_reader_by_interaction on country_account_reader (interaction_id)',
    keyedTable(
      engine,
      'country_advice_tally',
      `
      country_id integer not null references country (id),
      circle_id integer not null references circle (id),
      month text not null,
      status_id integer not null references term (id),
      pieces integer not null,
      primary key (country_id, circle_id, month, status_id)`,
    ),
    // year: in which it was given
    keyedTable(
      engine,
      'country_adoption_tally',
      `
      country_id integer not null references country (id),
      circle_id integer not null references circle (id),
      year text not null,
      months integer not null,
      pieces integer not null,
      primary key (country_id, circle_id, year, months)`,
    ),
    ...fill,
    // the page of a country: its latest meetings and the people met there
    'create index interaction_country_by_held on interaction_country (country_id, held, occurred_on desc, interaction_id desc, level)',
    // the people met most, on the page of a country
    'create index participant_by_meeting on interaction_participant (interaction_id, person_id)',
    // open promises on the page of a country, and the register of one country
    'create index commitment_country_by_due on commitment_country (country_id, status, due_on, commitment_id)',
    // which kinds of partner a country has, on its page
    'create index organisation_by_country_and_type on organisation (country_id, partner_type_id, archived_at)',
    // advice of no meeting above internal, counted one by one on the page of a country
    'create index advice_apart on advice (given_on, id) where interaction_id is null and level > 0',
    // the register of advice that stands somewhere: /advice?status=
    'create index advice_by_status on advice (status_id, given_on desc, id desc)',
  ],
  down: (engine) => [
    'drop index interaction_country_by_held',
    'drop index participant_by_meeting',
    'drop index commitment_country_by_due',
    'drop index organisation_by_country_and_type',
    'drop index advice_apart',
    'drop index advice_by_status',
    ...dropTables(tables),
    ...['circle_id', 'status_id', 'months'].map((name) => `alter table advice_country drop column ${name}`),
    'alter table commitment_country drop column status',
    'alter table commitment_country drop column due_on',
    'alter table interaction_country drop column held',
    areaTally(engine),
    `insert into country_area_tally (country_id, circle_id, month, work_area_id, held)
      select link.country_id, i.circle_id, ${monthOf('i.occurred_on')}, area.work_area_id, count(*)
      from interaction as i inner join interaction_country as link on link.interaction_id = i.id
      inner join interaction_work_area as area on area.interaction_id = i.id
      where i.archived_at is null and i.state = 'held'
      group by link.country_id, i.circle_id, ${monthOf('i.occurred_on')}, area.work_area_id`,
    `delete from country_tally where circle_id = ${covering}`,
    "delete from circle where key = 'covering'",
  ],
};
