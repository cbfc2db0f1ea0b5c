import { updateReview } from '#db/queries/reviews.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { findOpenReview } from './find-open-review.server.ts';

/** Takes a review, its deadlines and its recommendations out of every list. Nothing is deleted. */
export async function archiveReview(context: Context, ref: string): Promise<void> {
  const row = await findOpenReview(context, ref);
  const at = context.now.toISOString();
  await commit(context, async ({ trx, record }) => {
    const change = { archived_at: at, archived_by_id: context.actor.accountId, updated_at: at };
    if (!(await updateReview(trx, row.id, row.version, change))) {
      throw new Conflict('A colleague changed this review just now. Open it again.');
    }
    record({
      action: 'review.archived',
      noun: 'review',
      id: row.id,
      ref,
      changes: { archived: [false, true] },
    });
  });
}
