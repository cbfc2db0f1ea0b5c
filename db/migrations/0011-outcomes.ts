import { type Migration } from './ddl.ts';

const stepColumns = ['evidence_link', 'what_changed', 'changed_by', 'verified_by', 'reason'];
const followUpColumns = [
  'snoozed_until',
  'recurrence',
  'recurs_from',
  'recurs_until',
  'previous_id',
  'done_interaction_id',
];

export const outcomes: Migration = {
  name: '0011-outcomes',
  up: () => [
    // A step of advice: a link kept as text, what changed, who changed it, who checked it, why it was turned back.
    ...stepColumns.map((column) => `alter table advice_step add column ${column} text`),
    // words of a step are edited by the version that was seen
    'alter table advice_step add column version integer not null default 1',
    // the register by kind of advice and by colleague; what a reader sees above internal
    'create index advice_by_topic on advice (topic_id, given_on desc, id desc)',
    'create index advice_by_author on advice (author_id, given_on desc, id desc)',
    'create index advice_reader_by_principal on advice_reader (principal_id, advice_id)',
    // snoozed_until: hidden from what is due before that day. recurrence: how the next one is dated when this is done.
    'alter table follow_up add column snoozed_until text',
    `alter table follow_up add column recurrence text check (recurrence in ('weekly', 'monthly', 'quarterly', 'yearly'))`,
    // recurs_from: the day the rhythm counts from, so that what is due on the 31st comes back to it after a short month
    'alter table follow_up add column recurs_from text',
    'alter table follow_up add column recurs_until text',
    'alter table follow_up add column previous_id integer references follow_up (id)',
    // the meeting that was logged as what came of it
    'alter table follow_up add column done_interaction_id integer references interaction (id)',
    // what is put off, of one colleague and of all, by the day it comes back
    'create index follow_up_by_assignee_snooze on follow_up (assignee_id, snoozed_until, id) where snoozed_until is not null',
    'create index follow_up_by_snooze on follow_up (snoozed_until, id) where snoozed_until is not null',
    // what was born from a task; what a colleague asked others to do (waiting for others)
    'create index follow_up_by_previous on follow_up (previous_id, id)',
    'create index follow_up_by_author on follow_up (author_id, meaning, due_on, id)',
    // ours and theirs by date due, apart; what we promised by colleague; what a person promised
    'create index commitment_by_side on commitment (side, status, due_on, id)',
    'create index commitment_by_account on commitment (by_account_id, status, due_on)',
    'create index commitment_by_person on commitment (by_person_id, status, due_on)',
  ],
  down: () => [
    'drop index follow_up_by_assignee_snooze',
    'drop index follow_up_by_snooze',
    'drop index advice_by_topic',
    'drop index advice_by_author',
    'drop index advice_reader_by_principal',
    'drop index follow_up_by_previous',
    'drop index follow_up_by_author',
    'drop index commitment_by_side',
    'drop index commitment_by_account',
    'drop index commitment_by_person',
    ...[...followUpColumns].reverse().map((column) => `alter table follow_up drop column ${column}`),
    'alter table advice_step drop column version',
    ...[...stepColumns].reverse().map((column) => `alter table advice_step drop column ${column}`),
  ],
};
