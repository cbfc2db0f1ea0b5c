import { dropTables, table, type Migration } from './ddl.ts';

const tables = ['calendar_feed'];

const indexes = [
  'interaction_by_team',
  'interaction_by_last_day',
  'interaction_staff_by_date',
  'follow_up_by_team',
  'commitment_by_team',
  'commitment_by_author',
];

export const calendarFeeds: Migration = {
  name: '0012-calendar-feeds',
  up: (engine) => [
    // token_hash is the SHA-256 of the secret in the address. What a feed shows is what its owner may see now.
    table(
      engine,
      'calendar_feed',
      `
      id pk,
      ref text not null unique,
      token_hash text not null unique,
      account_id integer not null references account (id),
      scope text not null check (scope in ('mine', 'team', 'country')),
      team_id integer references team (id),
      country_id integer references country (id),
      created_at text not null,
      revoked_at text`,
    ),
    // my feeds
    'create index calendar_feed_by_account on calendar_feed (account_id, id)',
    // Why a planned interaction did not take place, where somebody said so.
    'alter table interaction add column cancelled_reason text',
    // The day of the interaction, copied beside the link, so that the calendar of a colleague walks one index.
    `alter table interaction_staff add column occurred_on text${engine === 'postgres' ? ' collate "C"' : ''} not null default ''`,
    `update interaction_staff set occurred_on =
      (select occurred_on from interaction where interaction.id = interaction_staff.interaction_id)`,
    // the calendar: of a colleague; of a team; what lasts several days and began before the days shown
    'create index interaction_staff_by_date on interaction_staff (account_id, occurred_on desc, interaction_id desc)',
    'create index interaction_by_team on interaction (owning_team_id, occurred_on desc, id desc)',
    'create index interaction_by_last_day on interaction (ended_on, id) where ended_on is not null',
    // the calendar of a team
    'create index follow_up_by_team on follow_up (owning_team_id, meaning, due_on, id)',
    'create index commitment_by_team on commitment (owning_team_id, status, due_on, id)',
    // the calendar of a colleague: promises they wrote down
    'create index commitment_by_author on commitment (author_id, status, due_on, id)',
  ],
  down: () => [
    ...indexes.map((name) => `drop index ${name}`),
    'alter table interaction_staff drop column occurred_on',
    'alter table interaction drop column cancelled_reason',
    ...dropTables(tables),
  ],
};
