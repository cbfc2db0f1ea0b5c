import { dropTables, table, type Migration } from './ddl.ts';

const tables = ['notification', 'notification_preference', 'notification_mute', 'outbox_message', 'lease'];

export const notifications: Migration = {
  name: '0013-notifications',
  up: (engine) => [
    // What somebody is told of. The words are made at reading, through what the reader may see then.
    table(
      engine,
      'notification',
      `
      id pk,
      ref text not null unique,
      account_id integer not null references account (id),
      kind text not null,
      noun text not null,
      record_id integer not null,
      by_account_id integer references account (id),
      created_at text not null,
      read_at text`,
    ),
    // the inbox, newest first; its unread ones; what is told about one record
    'create index notification_by_account on notification (account_id, id desc)',
    'create index notification_unread on notification (account_id, read_at, id desc)',
    'create index notification_by_record on notification (noun, record_id)',
    // quiet_from and quiet_until are hours of the reader's own day between which no mail is sent at once.
    table(
      engine,
      'notification_preference',
      `
      account_id integer primary key references account (id),
      assignment_mail integer not null default 1,
      mention_mail integer not null default 1,
      digest text not null default 'daily' check (digest in ('off', 'daily', 'weekly')),
      digest_hour integer not null default 7 check (digest_hour between 0 and 23),
      calm integer not null default 0,
      quiet_from integer check (quiet_from between 0 and 23),
      quiet_until integer check (quiet_until between 0 and 23),
      digest_sent_on text,
      version integer not null default 1`,
    ),
    table(
      engine,
      'notification_mute',
      `
      account_id integer not null references account (id),
      noun text not null,
      record_id integer not null,
      created_at text not null,
      primary key (account_id, noun, record_id)`,
    ),
    // key makes a message one however often it is asked for; message_id is the mail's own, the same at every attempt.
    // A mail that is to go out. It holds no words: they are made when it is sent, through what its reader may see then.
    // key makes it one however often it is asked for; message_id is the mail's own, the same at every attempt.
    table(
      engine,
      'outbox_message',
      `
      id pk,
      key text not null unique,
      message_id text not null unique,
      account_id integer not null references account (id),
      kind text not null check (kind in ('notice', 'digest')),
      notification_id integer references notification (id),
      digest_on text,
      state text not null check (state in ('waiting', 'sending', 'sent', 'dropped', 'failed')),
      attempts integer not null default 0,
      not_before text not null,
      claimed_until text,
      last_error text,
      created_at text not null,
      sent_at text`,
    ),
    // what is to be sent next; what failed, for the administrator; what can be forgotten
    'create index outbox_message_by_state on outbox_message (state, id)',
    // One holder at a time does the timed work of a deployment.
    table(
      engine,
      'lease',
      `
      name text primary key,
      holder text not null,
      expires_at text not null`,
    ),
  ],
  down: () => dropTables(tables),
};
