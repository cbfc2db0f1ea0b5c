import { dropTables, table, type Migration } from './ddl.ts';

const tables = [
  'principal',
  'team',
  'account',
  'account_role',
  'account_team',
  'session',
  'setup_link',
  'sign_in_throttle',
  'submission',
  'draft',
];

export const accounts: Migration = {
  name: '0001-accounts',
  up: (engine) => [
    // Teams and accounts draw their ids from one sequence, so that "who may read" is one list of integers.
    table(
      engine,
      'principal',
      `
      id pk,
      kind text not null check (kind in ('account', 'team'))`,
    ),
    table(
      engine,
      'team',
      `
      id integer primary key references principal (id),
      ref text not null unique,
      name text not null,
      name_folded text not null`,
    ),
    table(
      engine,
      'account',
      `
      id integer primary key references principal (id),
      ref text not null unique,
      email text not null,
      email_folded text not null unique,
      name text not null,
      name_folded text not null,
      password_hash text,
      zone text not null,
      language text not null,
      shortcuts_off integer not null default 0,
      version integer not null default 1,
      created_at text not null,
      disabled_at text`,
    ),
    table(
      engine,
      'account_role',
      `
      account_id integer not null references account (id),
      role text not null check (role in ('officer', 'manager', 'writer', 'administrator')),
      primary key (account_id, role)`,
    ),
    table(
      engine,
      'account_team',
      `
      account_id integer not null references account (id),
      team_id integer not null references team (id),
      primary key (account_id, team_id)`,
    ),
    // members of a team: who sees a confidential record
    'create index account_team_by_team on account_team (team_id, account_id)',
    // id is the SHA-256 of the token in the cookie
    table(
      engine,
      'session',
      `
      id text primary key,
      account_id integer not null references account (id),
      started_at text not null,
      authenticated_at text not null,
      expires_at text not null`,
    ),
    // ending every session of an account
    'create index session_by_account on session (account_id)',
    table(
      engine,
      'setup_link',
      `
      token_hash text primary key,
      account_id integer references account (id),
      created_at text not null,
      expires_at text not null,
      used_at text`,
    ),
    table(
      engine,
      'sign_in_throttle',
      `
      key text primary key,
      failures integer not null,
      last_failure_at text not null`,
    ),
    // the same form posted twice answers with the first record
    table(
      engine,
      'submission',
      `
      account_id integer not null references account (id),
      key text not null,
      digest text not null,
      record_ref text not null,
      created_at text not null,
      primary key (account_id, key)`,
    ),
    table(
      engine,
      'draft',
      `
      id pk,
      ref text not null unique,
      account_id integer not null references account (id),
      form text not null,
      subject_ref text,
      body text not null,
      created_at text not null,
      updated_at text not null`,
    ),
    // desk: my drafts
    'create index draft_by_account on draft (account_id, updated_at)',
  ],
  down: () => dropTables(tables),
};
