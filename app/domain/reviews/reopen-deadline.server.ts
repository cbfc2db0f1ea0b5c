import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { changeDeadline } from './change-deadline.server.ts';
import { findOpenDeadline } from './find-open-deadline.server.ts';

/** Opens a deadline that was marked as done. Throws NotFound, Forbidden, Conflict. */
export async function reopenDeadline(context: Context, ref: string): Promise<void> {
  const row = await findOpenDeadline(context, ref);
  if (row.done_on === null) throw new Conflict('This is open already.');
  const change = { done_on: null, done_by_id: null };
  await commit(context, (work) =>
    changeDeadline(work, row, 'deadline.reopened', change, { done: [row.done_on, null] }),
  );
}
