import { addColumn, keyedTable, table, type Engine, type Migration } from './ddl.ts';

const countryReaders = (engine: Engine, more: string) =>
  keyedTable(
    engine,
    'country_account_reader',
    `
      country_id integer not null references country (id),
      principal_id integer not null references principal (id),
      occurred_on text not null,
      interaction_id integer not null references interaction (id),
      ${more}
      primary key (country_id, principal_id, occurred_on, interaction_id)`,
  );

const byInteraction =
  // writing the readers of an interaction anew
  'create index country_account_reader_by_interaction on country_account_reader (interaction_id)';

const counted = (day: string) => `count(*), sum(case when ${day}.state = 'held' then 1 else 0 end)`;

const accountRows = `from interaction_reader as reader inner join account on account.id = reader.principal_id
  inner join interaction as i on i.id = reader.interaction_id`;

const walked = [
  'interaction_reader_by_date',
  'interaction_reader_by_level',
  'interaction_by_level',
  'interaction_country_by_date',
  'interaction_country_by_kind',
];

const covering = "(select id from circle where key = 'covering')";
const ofTeams = "circle_id in (select id from circle where key not in ('everyone', 'named', 'covering'))";
const metThere = `exists (select 1 from interaction_country as met
  where met.interaction_id = i.id and met.country_id = advice_country.country_id)`;
const parents = `advice left join interaction as i on i.id = advice.interaction_id
  left join objective on objective.id = advice.objective_id where advice.id = advice_country.advice_id`;

/** Advice is counted anew: what serves an objective above internal, or was said elsewhere in confidence, by no tally. */
const countAdviceAnew = [
  'delete from country_advice_tally',
  'delete from country_adoption_tally',
  `update advice_country set
    apart = (select case when objective.level > 0 or i.level > 0 and not ${metThere} then 1 else 0 end from ${parents}),
    circle_id = (select case when i.id is null then (select id from circle where key = 'everyone') else i.circle_id end
      from ${parents} and advice.archived_at is null and i.archived_at is null and coalesce(objective.level, 0) = 0
        and (i.id is null or i.level = 0 or i.level = 1 and ${metThere}))`,
  `insert into country_advice_tally (country_id, circle_id, month, status_id, pieces)
    select country_id, circle_id, substr(given_on, 1, 7), status_id, count(*) from advice_country
    where circle_id is not null group by country_id, circle_id, substr(given_on, 1, 7), status_id`,
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
];

/** What the list counts without a filter, as sums over one row for each circle. */
export const countsOfAll: Migration = {
  name: '0014-counts-of-all',
  up: (engine) => [
    // Its months served no page.
    'drop table interaction_tally',
    keyedTable(
      engine,
      'circle_tally',
      `
      circle_id integer not null references circle (id),
      logged integer not null,
      held integer not null,
      primary key (circle_id)`,
    ),
    // The reader rows of accounts by the circle of what they read: the circles that the account's teams do not open
    // are what it reads beside circle_tally.
    keyedTable(
      engine,
      'reader_tally',
      `
      principal_id integer not null references principal (id),
      circle_id integer not null references circle (id),
      logged integer not null,
      held integer not null,
      primary key (principal_id, circle_id)`,
    ),
    'drop table country_account_reader',
    // Beside each row what is asked of its interaction, so that a country is counted without a look at each:
    // logged = 1 where it is not archived, held = 1 where it is held too.
    countryReaders(
      engine,
      `circle_id integer not null references circle (id),
      logged integer not null,
      held integer not null,`,
    ),
    byInteraction,
    `insert into circle_tally (circle_id, logged, held)
      select i.circle_id, ${counted('i')} from interaction as i where i.archived_at is null group by i.circle_id`,
    `insert into reader_tally (principal_id, circle_id, logged, held)
      select reader.principal_id, i.circle_id, ${counted('i')} ${accountRows}
      where i.archived_at is null group by reader.principal_id, i.circle_id`,
    `insert into country_account_reader
        (country_id, principal_id, occurred_on, interaction_id, circle_id, logged, held)
      select link.country_id, reader.principal_id, reader.occurred_on, i.id, i.circle_id,
        case when i.archived_at is null then 1 else 0 end, link.held ${accountRows}
      inner join interaction_country as link on link.interaction_id = i.id`,
    // logged = 1 where the interaction is not archived, so that lists walk these rows without a look at each record
    ...['interaction_reader', 'interaction_country'].flatMap((name) => [
      addColumn(engine, name, 'logged integer not null default 1'),
      `update ${name} set logged = 0 where interaction_id in (select id from interaction where archived_at is not null)`,
    ]),
    ...walked.map((index) => `drop index ${index}`),
    // the open list: the reader's branches of the merge; the same within one level
    'create index interaction_reader_by_date on interaction_reader (principal_id, logged, occurred_on desc, interaction_id desc)',
    'create index interaction_reader_by_level on interaction_reader (principal_id, level, logged, occurred_on desc, interaction_id desc)',
    // the open list, what everybody reads; the same within one level
    'create index interaction_by_level on interaction (level, occurred_on desc, id desc, archived_at)',
    // the list of a country, and of a country and a kind
    'create index interaction_country_by_date on interaction_country (country_id, occurred_on desc, interaction_id desc, level, logged)',
    'create index interaction_country_by_kind on interaction_country (country_id, kind_id, occurred_on desc, interaction_id desc, level, logged)',
    addColumn(engine, 'advice_country', 'apart integer not null default 0'),
    ...countAdviceAnew,
    'drop index advice_apart',
    // what of a country's advice is counted one by one, on its page
    'create index advice_country_apart on advice_country (country_id, given_on, advice_id) where apart = 1',
  ],
  down: (engine) => [
    ...walked.map((index) => `drop index ${index}`),
    ...['interaction_reader', 'interaction_country'].map((name) => `alter table ${name} drop column logged`),
    // as they were: the merge of the open list, one level of it, a country, a country and a kind
    'create index interaction_reader_by_date on interaction_reader (principal_id, occurred_on desc, interaction_id desc)',
    // one level of the open list
    'create index interaction_reader_by_level on interaction_reader (principal_id, level, occurred_on desc, interaction_id desc)',
    // the open list, what everybody reads
    'create index interaction_by_level on interaction (level, occurred_on desc, id desc)',
    // the list of a country, and of a country and a kind
    'create index interaction_country_by_date on interaction_country (country_id, occurred_on desc, interaction_id desc, level)',
    'create index interaction_country_by_kind on interaction_country (country_id, kind_id, occurred_on desc, interaction_id desc, level)',
    'drop index advice_country_apart',
    // advice of no meeting above internal, counted one by one on the page of a country
    'create index advice_apart on advice (given_on, id) where interaction_id is null and level > 0',
    'alter table advice_country drop column apart',
    'drop table reader_tally',
    'drop table circle_tally',
    table(
      engine,
      'interaction_tally',
      `
      circle_id integer not null references circle (id),
      month text not null,
      logged integer not null,
      held integer not null,
      primary key (circle_id, month)`,
    ),
    `insert into interaction_tally (circle_id, month, logged, held)
      select i.circle_id, substr(i.occurred_on, 1, 7), ${counted('i')} from interaction as i
      where i.archived_at is null group by i.circle_id, substr(i.occurred_on, 1, 7)`,
    'drop table country_account_reader',
    countryReaders(engine, ''),
    byInteraction,
    `insert into country_account_reader (country_id, principal_id, occurred_on, interaction_id)
      select link.country_id, reader.principal_id, reader.occurred_on, reader.interaction_id ${accountRows}
      inner join interaction_country as link on link.interaction_id = i.id`,
  ],
};
