import type { Generated } from 'kysely';

// What people are told, by what way, and the mail that is still to go out.

export type DigestPace = 'off' | 'daily' | 'weekly';
export type OutboxState = 'waiting' | 'sending' | 'sent' | 'failed';

export interface NotificationTable {
  id: Generated<number>;
  ref: string;
  account_id: number;
  kind: string;
  noun: string;
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
  noun: string;
  record_id: number;
  created_at: string;
}

export interface OutboxMessageTable {
  id: Generated<number>;
  key: string;
  message_id: string;
  account_id: number;
  recipient: string;
  subject: string;
  body: string;
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
