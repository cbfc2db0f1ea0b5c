import { dropTables, table, type Migration } from './ddl.ts';

const tables = [
  'organisation',
  'organisation_name',
  'organisation_word',
  'person',
  'person_named_reader',
  'person_reader',
  'person_word',
  'position',
];

export const partners: Migration = {
  name: '0003-partners',
  up: (engine) => [
    table(
      engine,
      'organisation',
      `
      id pk,
      ref text not null unique,
      name text not null,
      name_folded text not null,
      acronym text,
      partner_type_id integer not null references term (id),
      country_id integer references country (id),
      international_body_id integer unique references international_body (id),
      parent_id integer references organisation (id),
      owner_id integer references account (id),
      website text,
      version integer not null default 1,
      created_at text not null,
      created_by_id integer references account (id),
      updated_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the list by name, and the partners of a country
    'create index organisation_by_name on organisation (name_folded, id)',
    'create index organisation_by_country on organisation (country_id, name_folded, id)',
    'create index organisation_by_type on organisation (partner_type_id, name_folded, id)',
    // acronyms, earlier names and names in other languages
    table(
      engine,
      'organisation_name',
      `
      id pk,
      organisation_id integer not null references organisation (id),
      name text not null,
      name_folded text not null`,
    ),
    // the names on an organisation's page
    'create index organisation_name_by_organisation on organisation_name (organisation_id)',
    // pickers: every word of every name, matched by its beginning
    table(
      engine,
      'organisation_word',
      `
      word text not null,
      organisation_id integer not null references organisation (id),
      primary key (word, organisation_id)`,
    ),
    // rewriting the words of one that is renamed
    'create index organisation_word_by_organisation on organisation_word (organisation_id)',

    table(
      engine,
      'person',
      `
      id pk,
      ref text not null unique,
      name text not null,
      name_folded text not null,
      is_code_name integer not null default 0,
      at_risk integer not null default 0,
      level integer not null default 0 check (level between 0 and 3),
      owning_team_id integer references team (id),
      languages text,
      reach text,
      consent_basis text,
      consent_review_on text,
      version integer not null default 1,
      created_at text not null,
      created_by_id integer references account (id),
      updated_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the list by name
    'create index person_by_name on person (name_folded, id)',
    table(
      engine,
      'person_named_reader',
      `
      person_id integer not null references person (id),
      account_id integer not null references account (id),
      primary key (person_id, account_id)`,
    ),
    // who may read a person above "internal": derived from teams, author and named readers
    table(
      engine,
      'person_reader',
      `
      person_id integer not null references person (id),
      principal_id integer not null references principal (id),
      primary key (person_id, principal_id)`,
    ),
    // what a team or an account may read of people
    'create index person_reader_by_principal on person_reader (principal_id, person_id)',
    table(
      engine,
      'person_word',
      `
      word text not null,
      person_id integer not null references person (id),
      primary key (word, person_id)`,
    ),
    // rewriting the words of one who is renamed
    'create index person_word_by_person on person_word (person_id)',
    table(
      engine,
      'position',
      `
      id pk,
      ref text not null unique,
      person_id integer not null references person (id),
      organisation_id integer not null references organisation (id),
      title text not null,
      from_on text,
      until_on text,
      created_at text not null`,
    ),
    // a person's posts, newest first; the people of an organisation
    'create index position_by_person on position (person_id, from_on)',
    'create index position_by_organisation on position (organisation_id, until_on, person_id)',
  ],
  down: () => dropTables(tables),
};
