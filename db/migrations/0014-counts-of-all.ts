import { keyedTable, table, type Engine, type Migration } from './ddl.ts';

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
  ],
  down: (engine) => [
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
