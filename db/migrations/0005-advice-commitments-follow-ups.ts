import { dropTables, table, type Migration } from './ddl.ts';

const tables = [
  'advice',
  'advice_recipient',
  'advice_work_area',
  'advice_country',
  'advice_reader',
  'advice_step',
  'commitment',
  'commitment_work_area',
  'commitment_country',
  'commitment_reader',
  'follow_up',
  'follow_up_work_area',
  'follow_up_country',
  'follow_up_reader',
];

export const promises: Migration = {
  name: '0005-advice-commitments-follow-ups',
  up: (engine) => [
    // level is the strictest of the parents', kept in the parent's transaction; so are the readers.
    table(
      engine,
      'advice',
      `
      id pk,
      ref text not null unique,
      interaction_id integer references interaction (id),
      topic_id integer not null references term (id),
      body text not null,
      instrument_id integer references instrument (id),
      provision_id integer references provision (id),
      given_on text not null,
      status_id integer not null references term (id),
      meaning text not null check (meaning in ('open', 'positive', 'negative', 'closed')),
      level integer not null check (level between 0 and 3),
      owning_team_id integer not null references team (id),
      author_id integer not null references account (id),
      version integer not null default 1,
      created_at text not null,
      updated_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the interaction page; the register, newest first; advice on an instrument
    'create index advice_by_interaction on advice (interaction_id, id)',
    'create index advice_by_date on advice (given_on desc, id desc)',
    'create index advice_by_instrument on advice (instrument_id, given_on desc, id desc)',
    table(
      engine,
      'advice_recipient',
      `
      id pk,
      advice_id integer not null references advice (id),
      organisation_id integer references organisation (id),
      person_id integer references person (id)`,
    ),
    // whom advice was given to; the advice on the page of an organisation and of a person
    'create index advice_recipient_by_advice on advice_recipient (advice_id)',
    'create index advice_recipient_by_organisation on advice_recipient (organisation_id, advice_id)',
    'create index advice_recipient_by_person on advice_recipient (person_id, advice_id)',
    table(
      engine,
      'advice_work_area',
      `
      advice_id integer not null references advice (id),
      work_area_id integer not null references term (id),
      given_on text not null,
      primary key (advice_id, work_area_id)`,
    ),
    // the register of a work area
    'create index advice_work_area_by_date on advice_work_area (work_area_id, given_on desc, advice_id desc)',
    table(
      engine,
      'advice_country',
      `
      advice_id integer not null references advice (id),
      country_id integer not null references country (id),
      given_on text not null,
      primary key (advice_id, country_id)`,
    ),
    // the register and the page of a country
    'create index advice_country_by_date on advice_country (country_id, given_on desc, advice_id desc)',
    table(
      engine,
      'advice_reader',
      `
      advice_id integer not null references advice (id),
      principal_id integer not null references principal (id),
      primary key (advice_id, principal_id)`,
    ),
    // The history that explains the status: each step dated, with its evidence.
    table(
      engine,
      'advice_step',
      `
      id pk,
      ref text not null unique,
      advice_id integer not null references advice (id),
      status_id integer not null references term (id),
      occurred_on text not null,
      evidence text not null check (evidence in ('interaction', 'document', 'staff_judgement')),
      evidence_interaction_id integer references interaction (id),
      note text,
      contribution text check (contribution in ('possible', 'plausible', 'substantiated')),
      author_id integer not null references account (id),
      created_at text not null`,
    ),
    // the history of one piece of advice
    'create index advice_step_by_advice on advice_step (advice_id, occurred_on, id)',

    table(
      engine,
      'commitment',
      `
      id pk,
      ref text not null unique,
      interaction_id integer references interaction (id),
      body text not null,
      side text not null check (side in ('ours', 'theirs')),
      by_organisation_id integer references organisation (id),
      by_person_id integer references person (id),
      by_account_id integer references account (id),
      made_on text not null,
      due_on text,
      status text not null check (status in ('open', 'kept', 'broken')),
      closed_on text,
      reason text,
      level integer not null check (level between 0 and 3),
      owning_team_id integer not null references team (id),
      author_id integer not null references account (id),
      version integer not null default 1,
      created_at text not null,
      updated_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the interaction page; what is due; what a partner promised
    'create index commitment_by_interaction on commitment (interaction_id, id)',
    'create index commitment_by_due on commitment (status, due_on, id)',
    'create index commitment_by_organisation on commitment (by_organisation_id, status, due_on)',
    table(
      engine,
      'commitment_work_area',
      `
      commitment_id integer not null references commitment (id),
      work_area_id integer not null references term (id),
      primary key (commitment_id, work_area_id)`,
    ),
    // the register of a work area
    'create index commitment_work_area_by_area on commitment_work_area (work_area_id, commitment_id)',
    table(
      engine,
      'commitment_country',
      `
      commitment_id integer not null references commitment (id),
      country_id integer not null references country (id),
      primary key (commitment_id, country_id)`,
    ),
    // the register and the page of a country
    'create index commitment_country_by_country on commitment_country (country_id, commitment_id)',
    table(
      engine,
      'commitment_reader',
      `
      commitment_id integer not null references commitment (id),
      principal_id integer not null references principal (id),
      primary key (commitment_id, principal_id)`,
    ),

    table(
      engine,
      'follow_up',
      `
      id pk,
      ref text not null unique,
      interaction_id integer references interaction (id),
      advice_id integer references advice (id),
      commitment_id integer references commitment (id),
      title text not null,
      assignee_id integer not null references account (id),
      due_on text not null,
      priority text not null check (priority in ('low', 'normal', 'high')),
      status_id integer not null references term (id),
      meaning text not null check (meaning in ('open', 'positive', 'negative', 'closed')),
      done_at text,
      done_by_id integer references account (id),
      outcome text,
      level integer not null check (level between 0 and 3),
      owning_team_id integer not null references team (id),
      author_id integer not null references account (id),
      version integer not null default 1,
      created_at text not null,
      updated_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the interaction page; my work; the register of open ones
    'create index follow_up_by_interaction on follow_up (interaction_id, id)',
    'create index follow_up_by_assignee on follow_up (assignee_id, meaning, due_on, id)',
    'create index follow_up_by_due on follow_up (meaning, due_on, id)',
    table(
      engine,
      'follow_up_work_area',
      `
      follow_up_id integer not null references follow_up (id),
      work_area_id integer not null references term (id),
      meaning text not null,
      due_on text not null,
      primary key (follow_up_id, work_area_id)`,
    ),
    // the register of a work area, by date due
    'create index follow_up_work_area_by_due on follow_up_work_area (work_area_id, meaning, due_on, follow_up_id)',
    table(
      engine,
      'follow_up_country',
      `
      follow_up_id integer not null references follow_up (id),
      country_id integer not null references country (id),
      meaning text not null,
      due_on text not null,
      primary key (follow_up_id, country_id)`,
    ),
    // the register and the page of a country, by date due
    'create index follow_up_country_by_due on follow_up_country (country_id, meaning, due_on, follow_up_id)',
    table(
      engine,
      'follow_up_reader',
      `
      follow_up_id integer not null references follow_up (id),
      principal_id integer not null references principal (id),
      primary key (follow_up_id, principal_id)`,
    ),
  ],
  down: () => dropTables(tables),
};
