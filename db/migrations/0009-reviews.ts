import { dropTables, table, type Migration } from './ddl.ts';

const tables = [
  'deadline_rule',
  'review',
  'review_deadline',
  'recommendation',
  'recommendation_work_area',
  'recommendation_advice',
  'recommendation_objective',
  'recommendation_interaction',
];

export const reviews: Migration = {
  name: '0009-reviews',
  up: (engine) => [
    // Our own planning rules: how many days before a session of a body each kind of deadline falls, after it where
    // negative. A rule without a body holds for every body that has none of its own.
    table(
      engine,
      'deadline_rule',
      `
      id pk,
      body_id integer references international_body (id),
      kind_id integer not null references term (id),
      days_before integer not null,
      note text not null`,
    ),
    // A review is a public fact: it has no level. What it is linked to keeps its own.
    table(
      engine,
      'review',
      `
      id pk,
      ref text not null unique,
      country_id integer not null references country (id),
      body_id integer not null references international_body (id),
      upr_review_id integer unique references upr_review (id),
      instrument_id integer references instrument (id),
      title text not null,
      starts_on text,
      ends_on text,
      state text not null check (state in ('expected', 'held', 'cancelled')),
      source text,
      as_of text,
      notes text,
      owner_id integer references account (id),
      author_id integer references account (id),
      version integer not null default 1,
      created_at text not null,
      updated_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the register by date and the calendar; the page of a country; one body's reviews
    'create index review_by_date on review (starts_on, id)',
    'create index review_by_country on review (country_id, starts_on, id)',
    'create index review_by_body on review (body_id, starts_on, id)',
    // days_before is how the date was planned back from the review; a date set by hand has none.
    table(
      engine,
      'review_deadline',
      `
      id pk,
      ref text not null unique,
      review_id integer not null references review (id),
      kind_id integer not null references term (id),
      title text not null,
      days_before integer,
      due_on text not null,
      assignee_id integer references account (id),
      done_on text,
      done_by_id integer references account (id),
      version integer not null default 1,
      created_at text not null,
      updated_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the deadlines of a review; what is due, and the calendar
    'create index review_deadline_by_review on review_deadline (review_id, due_on, id)',
    'create index review_deadline_by_due on review_deadline (due_on, id)',
    'create index review_deadline_by_assignee on review_deadline (assignee_id, due_on, id)',
    table(
      engine,
      'recommendation',
      `
      id pk,
      ref text not null unique,
      review_id integer not null references review (id),
      number text,
      body text not null,
      by_country_id integer references country (id),
      instrument_id integer references instrument (id),
      provision_id integer references provision (id),
      response text not null check (response in ('pending', 'accepted', 'noted', 'rejected')),
      response_on text,
      response_note text,
      author_id integer not null references account (id),
      version integer not null default 1,
      created_at text not null,
      updated_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the page of a review, and the register, review by review; by what the State answered; the page of an instrument
    'create index recommendation_by_review on recommendation (review_id desc, id)',
    'create index recommendation_by_response on recommendation (response, id)',
    'create index recommendation_by_instrument on recommendation (instrument_id, id)',
    table(
      engine,
      'recommendation_work_area',
      `
      recommendation_id integer not null references recommendation (id),
      work_area_id integer not null references term (id),
      primary key (recommendation_id, work_area_id)`,
    ),
    // the recommendations of a work area
    'create index recommendation_work_area_by_area on recommendation_work_area (work_area_id, recommendation_id)',
    table(
      engine,
      'recommendation_advice',
      `
      recommendation_id integer not null references recommendation (id),
      advice_id integer not null references advice (id),
      primary key (recommendation_id, advice_id)`,
    ),
    // what a piece of advice pushes
    'create index recommendation_advice_by_advice on recommendation_advice (advice_id, recommendation_id)',
    table(
      engine,
      'recommendation_objective',
      `
      recommendation_id integer not null references recommendation (id),
      objective_id integer not null references objective (id),
      primary key (recommendation_id, objective_id)`,
    ),
    // what an objective pushes
    'create index recommendation_objective_by_objective on recommendation_objective (objective_id, recommendation_id)',
    table(
      engine,
      'recommendation_interaction',
      `
      recommendation_id integer not null references recommendation (id),
      interaction_id integer not null references interaction (id),
      primary key (recommendation_id, interaction_id)`,
    ),
    // what a meeting pushed
    'create index recommendation_interaction_by_interaction on recommendation_interaction (interaction_id, recommendation_id)',
  ],
  down: () => dropTables(tables),
};
