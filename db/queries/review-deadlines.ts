import type { Insertable, Updateable } from 'kysely';
import type { Db, Trx } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { Database } from '../schema/database.ts';

/** Our own planning rules for a body; those for bodies without any where it has none of its own. */
export async function listDeadlineRules(
  db: Db,
  bodyId: number,
): Promise<{ kind_id: number; days_before: number; note: string }[]> {
  const rules = await db
    .selectFrom('deadline_rule')
    .select(['body_id', 'kind_id', 'days_before', 'note'])
    .where((eb) => eb.or([eb('body_id', '=', bodyId), eb('body_id', 'is', null)]))
    .orderBy('days_before', 'desc')
    .orderBy('id')
    .execute();
  const own = rules.filter((rule) => rule.body_id !== null);
  return own.length > 0 ? own : rules;
}

/** The deadlines of some reviews, the first due first; those taken out are left out. */
export async function listDeadlines(db: Db, reviewIds: readonly number[]) {
  return reviewIds.length === 0 ? [] : deadlines(db, { reviewIds });
}

const deadlines = prepared(({ reviewIds }: { reviewIds: readonly number[] }, _shape, db) =>
  db
    .selectFrom('review_deadline')
    .leftJoin('account', 'account.id', 'review_deadline.assignee_id')
    .selectAll('review_deadline')
    .select(['account.name as assignee_name', 'account.ref as assignee_ref'])
    .where('review_deadline.review_id', 'in', reviewIds)
    .where('review_deadline.archived_at', 'is', null)
    .orderBy('review_deadline.due_on')
    .orderBy('review_deadline.id'),
);

export type DeadlineRow = Awaited<ReturnType<typeof listDeadlines>>[number];

/** One deadline, taken out or not, with its review. */
export async function findDeadline(db: Db, ref: string) {
  return db
    .selectFrom('review_deadline')
    .innerJoin('review', 'review.id', 'review_deadline.review_id')
    .leftJoin('account', 'account.id', 'review_deadline.assignee_id')
    .selectAll('review_deadline')
    .select([
      'review.ref as review_ref',
      'review.title as review_title',
      'review.country_id',
      'review.archived_at as review_archived_at',
      'account.ref as assignee_ref',
    ])
    .where('review_deadline.ref', '=', ref)
    .executeTakeFirst();
}

export type DeadlineRecord = NonNullable<Awaited<ReturnType<typeof findDeadline>>>;

/** What is open for a colleague on a day or before, the longest due first. */
export async function listDeadlinesOf(db: Db, assigneeId: number, until: string, limit: number) {
  return db
    .selectFrom('review_deadline')
    .innerJoin('review', 'review.id', 'review_deadline.review_id')
    .select([
      'review_deadline.ref',
      'review_deadline.title',
      'review_deadline.due_on',
      'review.ref as review_ref',
      'review.title as review_title',
      'review.country_id',
    ])
    .where('review_deadline.assignee_id', '=', assigneeId)
    .where('review_deadline.due_on', '<=', until)
    .where('review_deadline.done_on', 'is', null)
    .where('review_deadline.archived_at', 'is', null)
    .where('review.archived_at', 'is', null)
    .where('review.state', '<>', 'cancelled')
    .orderBy('review_deadline.due_on')
    .orderBy('review_deadline.id')
    .limit(limit)
    .execute();
}

export async function insertDeadlines(
  trx: Trx,
  rows: readonly Omit<Insertable<Database['review_deadline']>, 'id'>[],
): Promise<void> {
  await trx.insertInto('review_deadline').values(rows).execute();
}

/** False where the deadline is no longer at this version. */
export async function updateDeadline(
  trx: Trx,
  id: number,
  version: number,
  row: Updateable<Database['review_deadline']>,
): Promise<boolean> {
  const updated = await trx
    .updateTable('review_deadline')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}
