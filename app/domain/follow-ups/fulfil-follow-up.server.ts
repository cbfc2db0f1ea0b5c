import { findVisibleFollowUp, type FollowUpRecord } from '#db/queries/promise-reads.ts';
import type { Work } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { finishOf } from './complete-follow-up.server.ts';
import { finishFollowUp, type Finish } from './finish-follow-up.server.ts';
import { mayCompleteFollowUp } from './policy.ts';

interface Fulfilled {
  row: FollowUpRecord;
  finish: Pick<Finish, 'links' | 'assigneeRef'>;
}

/**
 * The open follow-up that a meeting fulfils. Nothing for one that is hidden, not there, done meanwhile or a colleague's:
 * the meeting is saved all the same, since what was typed counts more.
 */
export async function findFulfilled(context: Context, ref: string): Promise<Fulfilled | undefined> {
  const { db, actor } = context;
  const row = isRef(ref) ? await findVisibleFollowUp(db, actor, ref) : undefined;
  if (!row || row.meaning !== 'open' || row.archived_at !== null || row.origin_archived_at !== null)
    return undefined;
  return mayCompleteFollowUp(actor, row) ? { row, finish: await finishOf(context, row) } : undefined;
}

/** Step: completes it by the meeting. Its outcome is the meeting itself: others may not read what was said there. */
export async function fulfil(
  work: Work,
  { row, finish }: Fulfilled,
  interaction: { id: number; ref: string },
): Promise<void> {
  try {
    await finishFollowUp(work, row, { ...finish, outcome: '', interaction });
  } catch (error) {
    // A colleague was faster by a moment. Nothing of the follow-up was written, and the meeting stands.
    if (!(error instanceof Conflict)) throw error;
  }
}

/** How the form of the meeting names it. */
export async function nameFulfilled(
  context: Context,
  ref: string,
): Promise<{ ref: string; title: string } | null> {
  if (ref === '') return null;
  const found = await findFulfilled(context, ref);
  // The words of a restricted one are read on its own page, where reading them is recorded.
  return found ? { ref, title: found.row.level < 2 ? found.row.title : '' } : null;
}
