import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { changeDeadline } from './change-deadline.server.ts';
import { findAnyDeadline } from './find-open-deadline.server.ts';

/** Brings back a deadline that was taken out. Throws NotFound, Forbidden, Conflict. */
export async function restoreDeadline(context: Context, ref: string): Promise<void> {
  const row = await findAnyDeadline(context, ref);
  if (row.archived_at === null) throw new Conflict('This deadline stands in the plan.');
  const change = { archived_at: null, archived_by_id: null };
  await commit(context, (work) =>
    changeDeadline(work, row, 'deadline.restored', change, { due: [null, row.due_on] }),
  );
}
