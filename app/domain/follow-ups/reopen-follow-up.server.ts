import { listUntouchedNext } from '#db/queries/promise-reads.ts';
import { updateFollowUp } from '#db/queries/promise-writes.ts';
import { commit, type Work } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { CHANGED_MEANWHILE, findChangeable, recordFollowUp } from './find-changeable.server.ts';

/**
 * Opens a completed follow-up again, and takes back what completing it has added, where nobody has touched that since.
 * What was told of its outcome stays in the history.
 */
export async function reopenFollowUp(context: Context, ref: string): Promise<void> {
  const { reference, now } = context;
  const row = await findChangeable(context, ref);
  if (row.meaning === 'open') throw new Conflict('This is open already.');
  await commit(context, async (work) => {
    const saved = await updateFollowUp(work.trx, row.id, row.version, {
      status_id: reference.term('follow_up_status', 'open').id,
      meaning: 'open',
      done_at: null,
      done_by_id: null,
      done_interaction_id: null,
      outcome: null,
      updated_at: now.toISOString(),
    });
    if (!saved) throw new Conflict(CHANGED_MEANWHILE);
    recordFollowUp(work, row, 'follow-up.reopened', {
      status: [reference.termById(row.status_id).code, 'open'],
    });
    await takeBackNext(work, row.id);
  });
}

async function takeBackNext(work: Work, previousId: number): Promise<void> {
  const { now, actor } = work.context;
  for (const next of await listUntouchedNext(work.trx, previousId)) {
    await updateFollowUp(work.trx, next.id, next.version, {
      archived_at: now.toISOString(),
      archived_by_id: actor.accountId,
    });
    recordFollowUp(work, next, 'follow-up.removed', { removed: [false, true] });
  }
}
