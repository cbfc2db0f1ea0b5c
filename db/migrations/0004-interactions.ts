import { dropTables, table, type Migration } from './ddl.ts';

const tables = [
  'circle',
  'circle_team',
  'interaction',
  'interaction_country',
  'interaction_work_area',
  'interaction_instrument',
  'interaction_staff',
  'interaction_named_reader',
  'interaction_reader',
  'interaction_participant',
  'interaction_tally',
  'country_tally',
  'country_area_tally',
  'assessment',
  'assessment_named_reader',
  'assessment_reader',
];

export const interactions: Migration = {
  name: '0004-interactions',
  up: (engine) => [
    // A circle is a distinct set of teams that may read; counts are kept per circle, so that what an actor
    // may see is a sum over few rows. Circle 1 is everyone (internal), circle 2 named people only.
    table(
      engine,
      'circle',
      `
      id pk,
      key text not null unique`,
    ),
    "insert into circle (key) values ('everyone'), ('named')",
    table(
      engine,
      'circle_team',
      `
      circle_id integer not null references circle (id),
      team_id integer not null references team (id),
      primary key (circle_id, team_id)`,
    ),
    // the circles of the reader's teams: every count
    'create index circle_team_by_team on circle_team (team_id, circle_id)',

    table(
      engine,
      'interaction',
      `
      id pk,
      ref text not null unique,
      kind_id integer not null references term (id),
      state text not null check (state in ('planned', 'held', 'cancelled')),
      occurred_on text not null,
      ended_on text,
      occurred_time text,
      zone text,
      place text,
      part_of_id integer references interaction (id),
      summary text not null,
      notes text not null,
      attribution text not null check (attribution in ('on_record', 'chatham_house', 'not_for_use')),
      level integer not null check (level between 0 and 3),
      circle_id integer not null references circle (id),
      owning_team_id integer not null references team (id),
      author_id integer not null references account (id),
      version integer not null default 1,
      created_at text not null,
      updated_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the open list, newest first; the same within one level (the "merge" of visible rows)
    'create index interaction_by_date on interaction (occurred_on desc, id desc)',
    'create index interaction_by_level on interaction (level, occurred_on desc, id desc)',
    // the list filtered by kind; planned meetings on the desk; what I wrote
    'create index interaction_by_kind on interaction (kind_id, occurred_on desc, id desc)',
    'create index interaction_by_state on interaction (state, occurred_on desc, id desc)',
    'create index interaction_by_author on interaction (author_id, occurred_on desc, id desc)',
    'create index interaction_by_part_of on interaction (part_of_id, occurred_on desc, id desc)',

    // What lists filter and sort by is copied beside each link, so that a filtered list walks one index.
    table(
      engine,
      'interaction_country',
      `
      interaction_id integer not null references interaction (id),
      country_id integer not null references country (id),
      level integer not null,
      kind_id integer not null,
      occurred_on text not null,
      primary key (interaction_id, country_id)`,
    ),
    // the list and the page of a country; the list of a country and a kind
    'create index interaction_country_by_date on interaction_country (country_id, occurred_on desc, interaction_id desc, level)',
    'create index interaction_country_by_kind on interaction_country (country_id, kind_id, occurred_on desc, interaction_id desc, level)',
    table(
      engine,
      'interaction_work_area',
      `
      interaction_id integer not null references interaction (id),
      work_area_id integer not null references term (id),
      level integer not null,
      occurred_on text not null,
      primary key (interaction_id, work_area_id)`,
    ),
    // the list and the page of a work area
    'create index interaction_work_area_by_date on interaction_work_area (work_area_id, occurred_on desc, interaction_id desc, level)',
    table(
      engine,
      'interaction_instrument',
      `
      interaction_id integer not null references interaction (id),
      instrument_id integer not null references instrument (id),
      level integer not null,
      occurred_on text not null,
      primary key (interaction_id, instrument_id)`,
    ),
    // the list and the page of an instrument
    'create index interaction_instrument_by_date on interaction_instrument (instrument_id, occurred_on desc, interaction_id desc, level)',
    table(
      engine,
      'interaction_staff',
      `
      interaction_id integer not null references interaction (id),
      account_id integer not null references account (id),
      primary key (interaction_id, account_id)`,
    ),
    table(
      engine,
      'interaction_named_reader',
      `
      interaction_id integer not null references interaction (id),
      account_id integer not null references account (id),
      primary key (interaction_id, account_id)`,
    ),
    // Derived: rows only where level > 0. A principal is a team or an account.
    table(
      engine,
      'interaction_reader',
      `
      interaction_id integer not null references interaction (id),
      principal_id integer not null references principal (id),
      level integer not null,
      occurred_on text not null,
      primary key (interaction_id, principal_id)`,
    ),
    // the open list: the reader's branches of the merge; the same within one level
    'create index interaction_reader_by_date on interaction_reader (principal_id, occurred_on desc, interaction_id desc)',
    'create index interaction_reader_by_level on interaction_reader (principal_id, level, occurred_on desc, interaction_id desc)',

    // Title and organisation are copied as they were that day. level and occurred_on are the interaction's.
    table(
      engine,
      'interaction_participant',
      `
      id pk,
      ref text not null unique,
      interaction_id integer not null references interaction (id),
      person_id integer references person (id),
      position_id integer references position (id),
      organisation_id integer references organisation (id),
      title_then text,
      organisation_then text,
      headcount integer,
      women integer,
      group_label text,
      sort_order integer not null,
      level integer not null,
      occurred_on text not null`,
    ),
    // the page of an interaction, and partners in lists
    'create index participant_by_interaction on interaction_participant (interaction_id, sort_order)',
    // timelines of an organisation and of a person
    'create index participant_by_organisation on interaction_participant (organisation_id, occurred_on desc, interaction_id desc, level)',
    'create index participant_by_person on interaction_participant (person_id, occurred_on desc, interaction_id desc, level)',

    // Counts kept in the writing transaction. month = 'YYYY-MM'; logged = not archived, held = of those, held.
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
    table(
      engine,
      'country_tally',
      `
      country_id integer not null references country (id),
      circle_id integer not null references circle (id),
      month text not null,
      logged integer not null,
      held integer not null,
      primary key (country_id, circle_id, month)`,
    ),
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
    ),

    // Our own reading of an interaction: its level is never below the interaction's.
    table(
      engine,
      'assessment',
      `
      id pk,
      ref text not null unique,
      interaction_id integer not null references interaction (id),
      body text not null,
      level integer not null check (level between 0 and 3),
      author_id integer not null references account (id),
      version integer not null default 1,
      created_at text not null,
      updated_at text not null`,
    ),
    // the page of an interaction
    'create index assessment_by_interaction on assessment (interaction_id)',
    table(
      engine,
      'assessment_named_reader',
      `
      assessment_id integer not null references assessment (id),
      account_id integer not null references account (id),
      primary key (assessment_id, account_id)`,
    ),
    table(
      engine,
      'assessment_reader',
      `
      assessment_id integer not null references assessment (id),
      principal_id integer not null references principal (id),
      primary key (assessment_id, principal_id)`,
    ),
  ],
  down: () => dropTables(tables),
};
