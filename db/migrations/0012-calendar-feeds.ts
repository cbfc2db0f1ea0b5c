import { dropTables, table, type Migration } from './ddl.ts';

const tables = ['calendar_feed'];

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
  ],
  down: () => dropTables(tables),
};
