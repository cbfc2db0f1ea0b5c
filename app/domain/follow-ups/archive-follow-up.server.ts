import { updateFollowUp } from '#db/queries/promise-writes.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { CHANGED_MEANWHILE, findChangeable, findOwned, recordFollowUp } from './find-changeable.server.ts';

/** Takes a follow-up out of every list; it is kept, with its history, and can be restored. */
export async function archiveFollowUp(context: Context, ref: string): Promise<void> {
  const row = await findChangeable(context, ref);
  await commit(context, async (work) => {
    const saved = await updateFollowUp(work.trx, row.id, row.version, {
      archived_at: context.now.toISOString(),
      archived_by_id: context.actor.accountId,
    });
    if (!saved) throw new Conflict(CHANGED_MEANWHILE);
    recordFollowUp(work, row, 'follow-up.removed', { removed: [false, true] });
  });
}

/** Brings back one that was removed, as it was. */
export async function restoreFollowUp(context: Context, ref: string): Promise<void> {
  const row = await findOwned(context, ref);
  if (row.archived_at === null) throw new Conflict('This is not removed.');
  await commit(context, async (work) => {
    const change = { archived_at: null, archived_by_id: null };
    if (!(await updateFollowUp(work.trx, row.id, row.version, change))) throw new Conflict(CHANGED_MEANWHILE);
    recordFollowUp(work, row, 'follow-up.restored', { removed: [true, false] });
  });
}
