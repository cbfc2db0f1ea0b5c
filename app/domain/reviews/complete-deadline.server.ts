import { listAccountNames } from '#db/queries/staff.ts';
import { commit } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { changeDeadline } from './change-deadline.server.ts';
import { findOpenDeadline } from './find-open-deadline.server.ts';

/** Says that a deadline is met. Throws Conflict, naming who was faster, where it is done already. */
export async function completeDeadline(context: Context, ref: string): Promise<void> {
  const row = await findOpenDeadline(context, ref);
  if (row.done_on !== null) {
    const [who] = await listAccountNames(context.db, row.done_by_id === null ? [] : [row.done_by_id]);
    throw new Conflict(`${who?.name ?? 'A colleague'} has marked this as done already.`);
  }
  const on = today(context);
  const change = { done_on: on, done_by_id: context.actor.accountId };
  await commit(context, (work) =>
    changeDeadline(work, row, 'deadline.completed', change, { done: [null, on] }),
  );
}
