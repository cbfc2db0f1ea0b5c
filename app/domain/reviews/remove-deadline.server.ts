import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { changeDeadline } from './change-deadline.server.ts';
import { findOpenDeadline } from './find-open-deadline.server.ts';

/** Takes a deadline out of the plan; it can be brought back. Throws NotFound, Forbidden, Conflict. */
export async function removeDeadline(context: Context, ref: string): Promise<void> {
  const row = await findOpenDeadline(context, ref);
  const change = { archived_at: context.now.toISOString(), archived_by_id: context.actor.accountId };
  await commit(context, (work) =>
    changeDeadline(work, row, 'deadline.removed', change, { due: [row.due_on, null] }),
  );
}
