import type { Insertable, Updateable } from 'kysely';
import type { Trx } from '../client.ts';
import type { Database } from '../schema/database.ts';

/** The calendar of the universal periodic review, each row with the review that was made of it. */
export async function listUprCalendar(trx: Trx) {
  return trx
    .selectFrom('upr_review')
    .leftJoin('review', 'review.upr_review_id', 'upr_review.id')
    .select([
      'upr_review.id',
      'upr_review.country_id',
      'upr_review.cycle',
      'upr_review.session',
      'upr_review.starts_on',
      'upr_review.ends_on',
      'upr_review.source',
      'upr_review.notes',
      'review.id as review_id',
      'review.title as review_title',
      'review.starts_on as review_starts_on',
      'review.ends_on as review_ends_on',
      'review.state as review_state',
      'review.source as review_source',
    ])
    .orderBy('upr_review.id')
    .execute();
}

export type UprCalendarRow = Awaited<ReturnType<typeof listUprCalendar>>[number];

/** Rows a statement: PostgreSQL takes 65,535 values at most, SQLite 32,766. */
const AT_ONCE = 200;

export async function insertUprReviews(
  trx: Trx,
  rows: readonly Insertable<Database['review']>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await trx
      .insertInto('review')
      .values(rows.slice(start, start + AT_ONCE))
      .execute();
  }
}

export async function updateUprReview(
  trx: Trx,
  id: number,
  row: Updateable<Database['review']>,
): Promise<void> {
  await trx
    .updateTable('review')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
