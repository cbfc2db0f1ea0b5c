import { dropTables, table, type Migration } from './ddl.ts';

const tables = ['stored_file', 'attachment', 'attachment_reader'];

export const attachments: Migration = {
  name: '0010-attachments',
  up: (engine) => [
    // What lies under DATA_DIR, named by the hash of its content, once however many records share it. key is the SHA-256
    // of the content; a sealed file is kept encrypted, apart from an open copy of the same content (hence sealed in the key).
    table(
      engine,
      'stored_file',
      `
      id pk,
      content_hash text not null,
      sealed integer not null default 0,
      size_bytes integer not null,
      media_type text not null,
      text_state text not null check (text_state in ('waiting', 'done', 'none', 'failed')),
      text_body text,
      created_at text not null,
      unique (content_hash, sealed)`,
    ),
    // files whose text is still to be extracted
    'create index stored_file_by_text_state on stored_file (text_state, id)',
    // Hangs on exactly one of its parents, whose level and readers it inherits.
    table(
      engine,
      'attachment',
      `
      id pk,
      ref text not null unique,
      file_id integer not null references stored_file (id),
      name text not null,
      note text,
      interaction_id integer references interaction (id),
      advice_step_id integer references advice_step (id),
      objective_move_id integer references objective_move (id),
      level integer not null check (level between 0 and 3),
      author_id integer not null references account (id),
      version integer not null default 1,
      created_at text not null,
      archived_at text,
      archived_by_id integer references account (id)`,
    ),
    // the files of a meeting, of a step and of a move; who still uses a file
    'create index attachment_by_interaction on attachment (interaction_id, id)',
    'create index attachment_by_advice_step on attachment (advice_step_id, id)',
    'create index attachment_by_objective_move on attachment (objective_move_id, id)',
    'create index attachment_by_file on attachment (file_id, id)',
    table(
      engine,
      'attachment_reader',
      `
      attachment_id integer not null references attachment (id),
      principal_id integer not null references principal (id),
      primary key (attachment_id, principal_id)`,
    ),
  ],
  down: () => dropTables(tables),
};
