import { findRecommendation, type RecommendationRecord } from '#db/queries/recommendations.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { requireKeeper } from '../reviews/require-keeper.ts';

/** A recommendation by its ref, archived or not. Throws NotFound. */
export async function findAnyRecommendation({ db }: Context, ref: string): Promise<RecommendationRecord> {
  const row = isRef(ref) ? await findRecommendation(db, ref) : undefined;
  if (!row) throw new NotFound();
  return row;
}

/** One that somebody is to change. Throws NotFound, Forbidden, or Conflict where it or its review is archived. */
export async function findOpenRecommendation(context: Context, ref: string): Promise<RecommendationRecord> {
  const row = await findAnyRecommendation(context, ref);
  requireKeeper(context.actor);
  if (row.archived_at !== null || row.review_archived_at !== null) {
    throw new Conflict('This is archived. Restore it first.');
  }
  return row;
}
