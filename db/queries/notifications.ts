import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db, Trx } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { NotificationKind, ToldNoun } from '../schema/notifications.ts';
import { visibleTo, type Actor } from '../visibility.ts';
import { ofNoArchived } from './advice-list.ts';

/** What somebody was told of, as far as they may see it now: of anything else there is no trace. */
export interface InboxRow {
  id: number;
  ref: string;
  kind: NotificationKind;
  noun: ToldNoun;
  record_id: number;
  by_name: string | null;
  created_at: string;
  read_at: string | null;
}

/** True for the notifications of the actor whose record they may see and that is not archived. */
function shownTo(actor: Actor): RawBuilder<SqlBool> {
  const stands = (noun: Exclude<ToldNoun, 'assessment'>, more: RawBuilder<SqlBool> = sql`1 = 1`) =>
    sql<SqlBool>`(notification.noun = ${noun} and exists (select 1 from ${sql.table(noun)}
      where ${sql.ref(`${noun}.id`)} = notification.record_id and ${sql.ref(`${noun}.archived_at`)} is null
        and ${more} and ${visibleTo(actor, noun)}))`;
  const assessment = sql<SqlBool>`(notification.noun = 'assessment' and exists (
    select 1 from assessment inner join interaction on interaction.id = assessment.interaction_id
    where assessment.id = notification.record_id and interaction.archived_at is null
      and ${visibleTo(actor, 'assessment')} and ${visibleTo(actor, 'interaction')}))`;
  return sql<SqlBool>`notification.account_id = ${actor.accountId} and (
    ${stands('follow_up', ofNoArchived('follow_up'))} or ${stands('interaction')} or ${assessment}
    or ${stands('advice', ofNoArchived('advice'))} or ${stands('commitment', ofNoArchived('commitment'))}
    or ${stands('objective')})`;
}

const rowsOf = (db: Db | Trx) =>
  db
    .selectFrom('notification')
    .leftJoin('account as told_by', 'told_by.id', 'notification.by_account_id')
    .select([
      'notification.id',
      'notification.ref',
      'notification.kind',
      'notification.noun',
      'notification.record_id',
      'told_by.name as by_name',
      'notification.created_at',
      'notification.read_at',
    ]);

/** Those that are unread, or those that were read; newest first, older than the one with the id `before`. */
export async function listVisibleNotifications(
  db: Db,
  actor: Actor,
  page: { unread: boolean; before: number | undefined; limit: number },
): Promise<InboxRow[]> {
  return rowsOf(db)
    .where(shownTo(actor))
    .where('notification.read_at', page.unread ? 'is' : 'is not', null)
    .$if(page.before !== undefined, (query) => query.where('notification.id', '<', page.before ?? 0))
    .orderBy('notification.id', 'desc')
    .limit(page.limit)
    .execute();
}

export async function findVisibleNotification(
  db: Db | Trx,
  actor: Actor,
  which: { ref: string } | { id: number },
): Promise<InboxRow | undefined> {
  return rowsOf(db)
    .where(shownTo(actor))
    .where(
      'ref' in which
        ? sql<SqlBool>`notification.ref = ${which.ref}`
        : sql<SqlBool>`notification.id = ${which.id}`,
    )
    .executeTakeFirst();
}

/** How many are unread, counted up to `most`. */
export async function countVisibleUnread(db: Db, actor: Actor, most: number): Promise<number> {
  // Every page asks, and mostly there is nothing: one look into an index comes before the question of who may see what.
  const [some] = await oneUnread(db, { accountId: actor.accountId });
  if (!some) return 0;
  const row = await db
    .selectFrom(
      db
        .selectFrom('notification')
        .select('notification.id')
        .where(shownTo(actor))
        .where('notification.read_at', 'is', null)
        .limit(most)
        .as('unread'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

const oneUnread = prepared(({ accountId }: { accountId: number }, _shape, db) =>
  db
    .selectFrom('notification')
    .select('id')
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .limit(1),
);

/** Marks as read what the actor is shown up to the one with the id `until`: what came later was not on the page. */
export async function updateAllRead(trx: Trx, actor: Actor, until: number, at: string): Promise<void> {
  await trx
    .updateTable('notification')
    .set({ read_at: at })
    .where(shownTo(actor))
    .where('read_at', 'is', null)
    .where('id', '<=', until)
    .execute();
}

/** Nothing of one act at one moment on a record is unread any more, whoever was told. */
export async function updateReadOfAct(
  trx: Trx,
  act: { noun: ToldNoun; recordId: number; byId: number; at: string },
  at: string,
): Promise<void> {
  await trx
    .updateTable('notification')
    .set({ read_at: at })
    .where('noun', '=', act.noun)
    .where('record_id', '=', act.recordId)
    .where('by_account_id', '=', act.byId)
    .where('created_at', '=', act.at)
    .where('read_at', 'is', null)
    .execute();
}

/** Marks one as read, or as unread again. */
export async function updateRead(trx: Trx, id: number, at: string | null): Promise<void> {
  await trx.updateTable('notification').set({ read_at: at }).where('id', '=', id).execute();
}
