import { listDeadlines, updateDeadline } from '#db/queries/review-deadlines.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { findOpenReview } from './find-open-review.server.ts';
import { movedTo } from './plan-deadlines.ts';

/**
 * Moves the deadlines that were planned back, and are not where the rules now put them, with the review. Only those
 * named by ref: what the preview did not show stays. Answers how many. Throws NotFound, Forbidden, Conflict.
 */
export async function moveDeadlines(
  context: Context,
  reviewRef: string,
  refs: readonly string[],
): Promise<{ outcome: 'saved'; count: number }> {
  const review = await findOpenReview(context, reviewRef);
  const moving = (await listDeadlines(context.db, [review.id])).flatMap((row) => {
    const planned = { daysBefore: row.days_before, dueOn: row.due_on, doneOn: row.done_on };
    const due = refs.includes(row.ref) ? movedTo(review.starts_on, planned) : null;
    return due === null ? [] : [{ row, due }];
  });
  if (moving.length === 0) return { outcome: 'saved', count: 0 };
  const updated_at = context.now.toISOString();
  await commit(context, async ({ trx, record }) => {
    for (const { row, due } of moving) {
      if (!(await updateDeadline(trx, row.id, row.version, { due_on: due, updated_at }))) {
        throw new Conflict('A colleague changed one of these deadlines just now. Look at them again.');
      }
      record({
        action: 'deadline.moved',
        noun: 'review',
        id: review.id,
        ref: reviewRef,
        changes: { deadline: [null, row.title], due: [row.due_on, due] },
      });
    }
  });
  return { outcome: 'saved', count: moving.length };
}
