import { findReview, type ReviewRecord } from '#db/queries/reviews.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { requireKeeper } from './require-keeper.ts';

/** A review by its ref, archived or not. Throws NotFound. */
export async function findAnyReview({ db }: Context, ref: string): Promise<ReviewRecord> {
  const row = isRef(ref) ? await findReview(db, ref) : undefined;
  if (!row) throw new NotFound();
  return row;
}

/** A review for somebody who is to change it or what hangs on it. Throws NotFound, Forbidden, or Conflict if archived. */
export async function findOpenReview(context: Context, ref: string): Promise<ReviewRecord> {
  const row = await findAnyReview(context, ref);
  requireKeeper(context.actor);
  if (row.archived_at !== null) throw new Conflict('This review is archived. Restore it first.');
  return row;
}
