import { updateReview } from '#db/queries/reviews.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { findAnyReview } from './find-open-review.server.ts';
import { requireKeeper } from './require-keeper.ts';

/** Brings an archived review back with all that hangs on it. Throws NotFound, Forbidden, Conflict. */
export async function restoreReview(context: Context, ref: string): Promise<void> {
  const row = await findAnyReview(context, ref);
  requireKeeper(context.actor);
  if (row.archived_at === null) throw new Conflict('This review is not archived.');
  await commit(context, async ({ trx, record }) => {
    const change = { archived_at: null, archived_by_id: null, updated_at: context.now.toISOString() };
    if (!(await updateReview(trx, row.id, row.version, change))) {
      throw new Conflict('A colleague changed this review just now. Open it again.');
    }
    record({
      action: 'review.restored',
      noun: 'review',
      id: row.id,
      ref,
      changes: { archived: [true, false] },
    });
  });
}
