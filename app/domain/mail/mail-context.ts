import type { Db } from '#db/client.ts';
import type { ToldNoun } from '#db/schema/notifications.ts';
import type { Keys } from '../kernel/keys.server.ts';
import type { RandomBytes } from '../kernel/refs.ts';
import type { Reference } from '../reference/reference.server.ts';

/** What timed work is given: nobody is the actor, and the clock goes on while it runs. */
export interface TimedContext {
  db: Db;
  clock: () => Date;
  random: RandomBytes;
  keys: Keys;
  reference: () => Promise<Reference>;
  post: Post;
  /** Aborted when the process stops or loses the lease: begin nothing new. */
  signal: AbortSignal;
}

/** Sends a mail, or throws: a MailFault where it knows what went wrong. */
export type Post = (content: MailContent, signal: AbortSignal) => Promise<void>;

export interface MailReader {
  name: string;
  email: string;
  language: string;
  zone: string;
  /** The reader's day, YYYY-MM-DD. */
  today: string;
}

interface Addressed {
  /** The mail's own, the same at every attempt. */
  messageId: string;
  reader: MailReader;
}

/** What one was told: of a record that is not open to all colleagues neither words nor names are here. */
export interface NoticeContent extends Addressed {
  kind: 'notice';
  told: 'assigned' | 'mentioned';
  record: { noun: ToldNoun; ref: string; homeRef: string | null };
  shown: { by: string; words: string; dueOn: string | null } | null;
}

export interface DuePart {
  count: number;
  /** Those that are open to all colleagues, the longest due first; at most a few. */
  named: { ref: string; title: string; dueOn: string }[];
}

/** What is due: counts of all, words of what is open to all colleagues. */
export interface DigestContent extends Addressed {
  kind: 'digest';
  overdue: DuePart;
  dueToday: DuePart;
  thisWeek: DuePart;
  unread: number;
}

export type MailContent = NoticeContent | DigestContent;

/** Why a mail was not sent. */
export class MailFault extends Error {
  /** `refused`: for good; `unanswered`: it may have arrived; `unreachable`: no other mail would go out either. */
  readonly kind: 'refused' | 'put-off' | 'unanswered' | 'unreachable';
  constructor(kind: MailFault['kind'], words: string) {
    super(words);
    this.name = 'MailFault';
    this.kind = kind;
  }
}
