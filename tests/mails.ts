import { randomBytes } from 'node:crypto';
import { commit } from '#app/domain/kernel/commit.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import type { NoticeContent, Post, TimedContext } from '#app/domain/mail/mail-context.ts';
import { tell } from '#app/domain/notifications/tell.server.ts';
import type { MailSettings } from '#app/web/mail-settings.server.ts';
import type { Db } from '#db/client.ts';

/** What timed work is given, with a clock that stands still until it is moved. */
export function timed(db: Db, post: Post, clock: () => Date): Omit<TimedContext, 'keys' | 'reference'> {
  return { db, post, clock, random: (length) => randomBytes(length), signal: new AbortController().signal };
}

/** Tells colleagues of interactions, as a use case would, in one transaction. */
export async function mention(
  as: Context,
  records: readonly number[],
  whom: readonly Context[],
): Promise<void> {
  await commit(as, async (work) => {
    for (const recordId of records) {
      for (const { actor } of whom) {
        tell(work, { kind: 'mentioned', noun: 'interaction', recordId, accountId: actor.accountId });
      }
    }
    work.record({ action: 'interactions.exported', noun: 'interaction', id: null, ref: null, changes: {} });
  });
}

export async function idOf(db: Db, ref: string): Promise<number> {
  const row = await db
    .selectFrom('interaction')
    .select('id')
    .where('ref', '=', ref)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The state of every mail that was ordered, in order. */
export async function statesOf(db: Db) {
  return db
    .selectFrom('outbox_message')
    .select(['state', 'attempts', 'last_error', 'not_before'])
    .orderBy('id')
    .execute();
}

export const sampleSettings: MailSettings = {
  smtp: undefined,
  from: { name: 'Rapport', address: 'rapport@example.org' },
  origin: 'https://rapport.example.org',
  directory: '',
};

/** A notice to somebody, as it would be composed. */
export function noticeContent(
  changes: Partial<NoticeContent['reader']> = {},
  shown: Partial<NoticeContent['shown']> = {},
): NoticeContent {
  return {
    kind: 'notice',
    messageId: 'notice.0123456789abcdefghjk',
    told: 'assigned',
    reader: {
      name: 'Leïla Ben Salah',
      email: 'leila@example.org',
      language: 'en',
      zone: 'Africa/Tunis',
      today: '2026-11-25',
      ...changes,
    },
    record: { noun: 'follow_up', ref: '0123456789', homeRef: null },
    shown: { by: 'Amina Diallo', words: 'Send the comments', dueOn: '2026-12-01', ...shown },
  };
}
