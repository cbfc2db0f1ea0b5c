import type { Generated } from 'kysely';

// What people are told, by what way, and the mail that is still to go out.

export type NotificationKind =
  'assigned' | 'handed-on' | 'completed' | 'mentioned' | 'moved' | 'access-granted';
/** The nouns somebody can be told about. */
export type ToldNoun = 'interaction' | 'assessment' | 'advice' | 'commitment' | 'follow_up' | 'objective';
export type DigestPace = 'off' | 'daily' | 'weekly';
export type MailKind = 'notice' | 'digest';
export type OutboxState = 'waiting' | 'sending' | 'sent' | 'dropped' | 'failed';

export interface NotificationTable {
  id: Generated<number>;
  ref: string;
  account_id: number;
  kind: NotificationKind;
  noun: ToldNoun;
  record_id: number;
  by_account_id: number | null;
  created_at: string;
  read_at: string | null;
}

export interface NotificationPreferenceTable {
  account_id: number;
  assignment_mail: Generated<number>;
  mention_mail: Generated<number>;
  digest: Generated<DigestPace>;
  digest_hour: Generated<number>;
  calm: Generated<number>;
  quiet_from: number | null;
  quiet_until: number | null;
  digest_sent_on: string | null;
  version: Generated<number>;
}

export interface NotificationMuteTable {
  account_id: number;
  noun: ToldNoun;
  record_id: number;
  created_at: string;
}

export interface OutboxMessageTable {
  id: Generated<number>;
  key: string;
  message_id: string;
  account_id: number;
  kind: MailKind;
  notification_id: number | null;
  /** The reader's day that a digest is of. */
  digest_on: string | null;
  state: OutboxState;
  attempts: Generated<number>;
  not_before: string;
  claimed_until: string | null;
  last_error: string | null;
  created_at: string;
  sent_at: string | null;
}

export interface LeaseTable {
  name: string;
  holder: string;
  expires_at: string;
}
