import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { updateFollowUp } from '#db/queries/promise-writes.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { mayCompleteFollowUp } from './policy.ts';

/** Opens a completed follow-up again. What was told of its outcome stays in the history. */
export async function reopenFollowUp(context: Context, ref: string): Promise<void> {
  const { db, actor, reference, now } = context;
  const followUp = isRef(ref) ? await findVisibleFollowUp(db, actor, ref) : undefined;
  if (!followUp) throw new NotFound();
  if (!mayCompleteFollowUp(actor, followUp)) throw new Forbidden('This is for a colleague to open again.');
  if (followUp.meaning === 'open') throw new Conflict('This is open already.');
  await commit(context, async ({ trx, record }) => {
    const saved = await updateFollowUp(trx, followUp.id, followUp.version, {
      status_id: reference.term('follow_up_status', 'open').id,
      meaning: 'open',
      done_at: null,
      done_by_id: null,
      outcome: null,
      updated_at: now.toISOString(),
    });
    if (!saved) throw new Conflict('A colleague changed this follow-up meanwhile. Open it again.');
    record({
      action: 'follow-up.reopened',
      noun: 'follow_up',
      id: followUp.id,
      ref,
      changes: { status: [reference.termById(followUp.status_id).code, 'open'] },
      sealed: followUp.level === 3,
    });
  });
}
