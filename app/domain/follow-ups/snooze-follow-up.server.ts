import { updateFollowUp } from '#db/queries/promise-writes.ts';
import { commit } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { CHANGED_MEANWHILE, findOpen, recordFollowUp } from './find-changeable.server.ts';
import { isSnoozed, readSnooze } from './snooze-until.ts';

export type SnoozeOutcome =
  { outcome: 'snoozed'; until: string } | { outcome: 'refused'; errors: FormErrors };

/** Puts an open follow-up off: until that day (`tomorrow`, `next-week` or a day) it is not among what is due. */
export async function snoozeFollowUp(context: Context, ref: string, word: string): Promise<SnoozeOutcome> {
  const row = await findOpen(context, ref);
  const until = readSnooze(word, today(context));
  if (until === undefined) {
    return { outcome: 'refused', errors: { until: 'Choose a day after today, and before 2101.' } };
  }
  await commit(context, async (work) => {
    const change = { snoozed_until: until, updated_at: context.now.toISOString() };
    if (!(await updateFollowUp(work.trx, row.id, row.version, change))) throw new Conflict(CHANGED_MEANWHILE);
    recordFollowUp(work, row, 'follow-up.snoozed', { snoozed_until: [row.snoozed_until, until] });
  });
  return { outcome: 'snoozed', until };
}

/** Puts it back among what is due. */
export async function wakeFollowUp(context: Context, ref: string): Promise<void> {
  const row = await findOpen(context, ref);
  if (!isSnoozed(row.snoozed_until, today(context))) throw new Conflict('This is not put off any more.');
  await commit(context, async (work) => {
    const change = { snoozed_until: null, updated_at: context.now.toISOString() };
    if (!(await updateFollowUp(work.trx, row.id, row.version, change))) throw new Conflict(CHANGED_MEANWHILE);
    recordFollowUp(work, row, 'follow-up.woken', { snoozed_until: [row.snoozed_until, null] });
  });
}
