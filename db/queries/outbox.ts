import { sql, type Selectable } from 'kysely';
import type { Db, Trx } from '../client.ts';
import type { MailKind, OutboxMessageTable } from '../schema/notifications.ts';

export type OutboxRow = Selectable<OutboxMessageTable>;

export type NewMail = Pick<
  OutboxRow,
  'key' | 'message_id' | 'account_id' | 'kind' | 'notification_id' | 'digest_on' | 'not_before' | 'created_at'
>;

/** Orders mails; one whose key was used before is not ordered again. */
export async function insertMails(trx: Trx, mails: readonly NewMail[]): Promise<void> {
  if (mails.length === 0) return;
  await trx
    .insertInto('outbox_message')
    .values(
      mails.map((mail) => ({
        ...mail,
        state: 'waiting' as const,
        claimed_until: null,
        last_error: null,
        sent_at: null,
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

export interface Moment {
  /** ISO, UTC */
  now: string;
  /** No time that this product sets lies later than this: one that does was set by a clock that was wrong. */
  horizon: string;
}

/** What may be sent now: it waits and its time has come, or whoever took it never said what became of it. */
const due = ({ now, horizon }: Moment) => sql<boolean>`(
  (state = 'waiting' and (not_before <= ${now} or not_before > ${horizon} or (attempts = 0 and created_at > ${now})))
  or (state = 'sending' and (claimed_until <= ${now} or claimed_until > ${horizon})))`;

/** The ids of what is due, the oldest first. */
export async function listDueMails(db: Db, moment: Moment, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('outbox_message')
    .select('id')
    .where('state', 'in', ['waiting', 'sending'])
    .where(due(moment))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** How `last_error` begins of a mail that may have arrived once, whatever has become of it since. */
export const MAY_HAVE_ARRIVED = 'It may have arrived once.';

/**
 * Takes a mail to send it, and counts the attempt before it is made: undefined where somebody else was faster. One that
 * was taken before and never told of may have arrived; the second time it is given up here, unsent (state `failed`):
 * it may be what ends the process, and a third mail would be one too many.
 */
export async function updateMailClaimed(
  trx: Trx,
  id: number,
  moment: Moment,
  until: string,
): Promise<OutboxRow | undefined> {
  return trx
    .updateTable('outbox_message')
    .set((eb) => ({
      state: sql`case when ${isOneTooMany} then 'failed' else 'sending' end`,
      claimed_until: sql`case when ${isOneTooMany} then null else ${until} end`,
      attempts: sql`attempts + case when ${isOneTooMany} then 0 else 1 end`,
      last_error: eb
        .case()
        .when('state', '=', 'sending')
        .then(`${MAY_HAVE_ARRIVED} The server stopped while it was sending it.`)
        .else(eb.ref('last_error'))
        .end(),
    }))
    .where('id', '=', id)
    .where(due(moment))
    .returningAll()
    .executeTakeFirst();
}

const isOneTooMany = sql<boolean>`(state = 'sending' and coalesce(last_error, '') like ${`${MAY_HAVE_ARRIVED}%`})`;

/** Says what became of a mail; false where it was taken over meanwhile. */
export async function updateMailAfter(
  trx: Trx,
  claimed: Pick<OutboxRow, 'id' | 'attempts'>,
  after: Partial<Pick<OutboxRow, 'state' | 'not_before' | 'last_error' | 'sent_at' | 'attempts'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('outbox_message')
    .set({ ...after, claimed_until: null })
    .where('id', '=', claimed.id)
    .where('attempts', '=', claimed.attempts)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Mails that could not be sent: to whom, of what kind and why, never what was in them. Newest first. */
export interface FailedMail {
  id: number;
  message_id: string;
  recipient: string;
  email: string;
  kind: MailKind;
  attempts: number;
  last_error: string | null;
  created_at: string;
}

export async function listFailedMails(
  db: Db,
  page: { after: string | undefined; limit: number },
): Promise<FailedMail[]> {
  return db
    .selectFrom('outbox_message')
    .innerJoin('account', 'account.id', 'outbox_message.account_id')
    .select(['outbox_message.id', 'outbox_message.message_id', 'account.name as recipient', 'account.email'])
    .select(['outbox_message.kind', 'outbox_message.attempts', 'outbox_message.last_error'])
    .select('outbox_message.created_at')
    .where('outbox_message.state', '=', 'failed')
    .$if(page.after !== undefined, (query) =>
      query.where(
        sql<boolean>`outbox_message.id < (select turned.id from outbox_message as turned
          where turned.message_id = ${page.after ?? ''} and turned.state = 'failed')`,
      ),
    )
    .orderBy('outbox_message.id', 'desc')
    .limit(page.limit)
    .execute();
}

/** Lets a failed mail begin anew; undefined where there is none that failed. */
export async function updateMailRetried(
  trx: Trx,
  messageId: string,
  at: string,
): Promise<{ id: number } | undefined> {
  return trx
    .updateTable('outbox_message')
    .set({ state: 'waiting', attempts: 0, not_before: at, last_error: null })
    .where('message_id', '=', messageId)
    .where('state', '=', 'failed')
    .returning('id')
    .executeTakeFirst();
}

/** Forgets mails that were sent or dropped and ordered before `at` (ISO, UTC), at most `limit`. */
export async function deleteMailsBefore(db: Db, at: string, limit: number): Promise<void> {
  await sql`delete from outbox_message where id in (
    select id from outbox_message where state in ('sent', 'dropped') and created_at < ${at}
    order by id limit ${limit})`.execute(db);
}
