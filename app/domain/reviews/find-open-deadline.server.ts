import { findDeadline, type DeadlineRecord } from '#db/queries/review-deadlines.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { requireKeeper } from './require-keeper.ts';

/** A deadline that somebody is to change. Throws NotFound, Forbidden, or Conflict where it or its review is put away. */
export async function findOpenDeadline(context: Context, ref: string): Promise<DeadlineRecord> {
  const row = await findAnyDeadline(context, ref);
  if (row.archived_at !== null) throw new Conflict('This deadline was taken out. Bring it back first.');
  return row;
}

/** The same, taken out or not. */
export async function findAnyDeadline(context: Context, ref: string): Promise<DeadlineRecord> {
  const row = isRef(ref) ? await findDeadline(context.db, ref) : undefined;
  if (!row) throw new NotFound();
  requireKeeper(context.actor);
  if (row.review_archived_at !== null) throw new Conflict('The review is archived. Restore it first.');
  return row;
}
