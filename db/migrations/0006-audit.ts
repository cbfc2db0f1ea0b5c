import { dropTables, table, type Engine, type Migration } from './ddl.ts';

const tables = ['audit_event', 'audit_value', 'audit_head'];

/** An event once written stands: the database itself refuses to change or remove it. */
function forbidChange(engine: Engine): string[] {
  if (engine === 'sqlite') {
    return ['update', 'delete'].map(
      (verb) =>
        `create trigger audit_event_no_${verb} before ${verb} on audit_event ` +
        `begin select raise(abort, 'audit events are append-only'); end`,
    );
  }
  return [
    `create function refuse_audit_change() returns trigger language plpgsql as
     $$ begin raise exception 'audit events are append-only'; end $$`,
    `create trigger audit_event_no_change before update or delete or truncate on audit_event
     for each statement execute function refuse_audit_change()`,
  ];
}

export const audit: Migration = {
  name: '0006-audit',
  up: (engine) => [
    // id is the place in the chain. fields: JSON array of names; digest: salted, of the values.
    table(
      engine,
      'audit_event',
      `
      id integer primary key,
      at text not null,
      actor_id integer references account (id),
      action text not null,
      noun text not null,
      record_id integer,
      record_ref text,
      fields text not null,
      digest text not null,
      previous_hash text not null,
      hash text not null`,
    ),
    // history of a record
    'create index audit_event_by_record on audit_event (noun, record_id, id)',
    // Apart from the events, so that erasing values leaves the chain whole.
    table(
      engine,
      'audit_value',
      `
      event_id integer primary key references audit_event (id),
      salt text not null,
      body text not null`,
    ),
    table(
      engine,
      'audit_head',
      `
      id integer primary key check (id = 1),
      sequence integer not null,
      hash text not null`,
    ),
    "insert into audit_head (id, sequence, hash) values (1, 0, '')",
    ...forbidChange(engine),
  ],
  down: (engine) => [
    ...(engine === 'postgres'
      ? ['drop trigger audit_event_no_change on audit_event', 'drop function refuse_audit_change()']
      : ['drop trigger audit_event_no_update', 'drop trigger audit_event_no_delete']),
    ...dropTables(tables),
  ],
};
