import { dropTables, table, type Migration } from './ddl.ts';

const tables = [
  'stage_fact',
  'objective',
  'objective_named_reader',
  'objective_reader',
  'objective_move',
  'objective_stance',
  'interaction_objective',
];

export const objectives: Migration = {
  name: '0008-objectives',
  up: (engine) => [
    // What a stage says about the treaties, so that objectives and treaty facts can be checked against each other.
    table(
      engine,
      'stage_fact',
      `
      stage_id integer not null references term (id),
      instrument_id integer not null references instrument (id),
      fact text not null check (fact in ('signed', 'bound', 'mechanism_designated', 'mechanism_established', 'mechanism_functioning')),
      primary key (stage_id, instrument_id, fact)`,
    ),
    // track_id is the set of stages; meaning is copied from the stage; moved_on is the date of the last move.
    table(
      engine,
      'objective',
      `
      id pk,
      ref text not null unique,
      title text not null,
      country_id integer not null references country (id),
      work_area_id integer not null references term (id),
      instrument_id integer references instrument (id),
      track_id integer not null references term (id),
      stage_id integer not null references term (id),
      meaning text not null check (meaning in ('open', 'positive', 'negative', 'closed')),
      moved_on text not null,
      owner_id integer not null references account (id),
      target_on text,
      next_step text,
      level integer not null check (level between 0 and 3),
      owning_team_id integer not null references team (id),
      author_id integer not null references account (id),
      version integer not null default 1,
      created_at text not null,
      updated_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the board and its table by set of stages; the table over all sets; the page of a country and of a work area;
    // my objectives; targets in the calendar; the table by target date, those without one at its end
    'create index objective_by_track on objective (track_id, stage_id, moved_on, id)',
    'create index objective_by_move on objective (moved_on, id)',
    'create index objective_by_country on objective (country_id, moved_on, id)',
    'create index objective_by_work_area on objective (work_area_id, moved_on, id)',
    'create index objective_by_owner on objective (owner_id, target_on, id)',
    'create index objective_by_target on objective (target_on, id)',
    "create index objective_by_target_or_none on objective ((coalesce(target_on, '9999-12-31')), id)",
    table(
      engine,
      'objective_named_reader',
      `
      objective_id integer not null references objective (id),
      account_id integer not null references account (id),
      primary key (objective_id, account_id)`,
    ),
    // Derived: rows only where level > 0.
    table(
      engine,
      'objective_reader',
      `
      objective_id integer not null references objective (id),
      principal_id integer not null references principal (id),
      primary key (objective_id, principal_id)`,
    ),
    // The history that explains the stage: the last one that was not taken back.
    table(
      engine,
      'objective_move',
      `
      id pk,
      ref text not null unique,
      objective_id integer not null references objective (id),
      from_stage_id integer references term (id),
      stage_id integer not null references term (id),
      occurred_on text not null,
      evidence text not null check (evidence in ('interaction', 'document', 'staff_judgement')),
      evidence_interaction_id integer references interaction (id),
      evidence_link text,
      note text,
      author_id integer not null references account (id),
      created_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the history of one objective
    'create index objective_move_by_objective on objective_move (objective_id, occurred_on, id)',
    // What a partner was seen to want, and when; the latest one counts.
    table(
      engine,
      'objective_stance',
      `
      id pk,
      ref text not null unique,
      objective_id integer not null references objective (id),
      organisation_id integer references organisation (id),
      person_id integer references person (id),
      stance_id integer not null references term (id),
      observed_on text not null,
      interaction_id integer references interaction (id),
      note text,
      author_id integer not null references account (id),
      created_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the stances on an objective; those of a partner
    'create index objective_stance_by_objective on objective_stance (objective_id, observed_on, id)',
    'create index objective_stance_by_organisation on objective_stance (organisation_id, observed_on, id)',
    'create index objective_stance_by_person on objective_stance (person_id, observed_on, id)',
    table(
      engine,
      'interaction_objective',
      `
      interaction_id integer not null references interaction (id),
      objective_id integer not null references objective (id),
      primary key (interaction_id, objective_id)`,
    ),
    // the interactions that push an objective
    'create index interaction_objective_by_objective on interaction_objective (objective_id, interaction_id)',
    'alter table advice add column objective_id integer references objective (id)',
    'alter table follow_up add column objective_id integer references objective (id)',
    // the advice and the tasks of an objective
    'create index advice_by_objective on advice (objective_id, given_on desc, id desc)',
    'create index follow_up_by_objective on follow_up (objective_id, due_on, id)',
  ],
  down: () => [
    'drop index advice_by_objective',
    'drop index follow_up_by_objective',
    'alter table advice drop column objective_id',
    'alter table follow_up drop column objective_id',
    ...dropTables(tables),
  ],
};
