import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import { today, type Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { isSnoozed } from './snooze-until.ts';

/** How a follow-up stands after an act: done, by whom and when (ISO, UTC); put off until when; whose it is. */
export interface Standing {
  done: boolean;
  by: string | null;
  at: string | null;
  snoozedUntil: string | null;
  assignee: string;
  removed: boolean;
}

export async function findStanding(context: Context, ref: string): Promise<Standing> {
  const { db, actor } = context;
  const row = isRef(ref) ? await findVisibleFollowUp(db, actor, ref) : undefined;
  if (!row) throw new NotFound();
  const names = await listAccountNames(db, [row.assignee_id, row.done_by_id ?? row.assignee_id]);
  const nameOf = (id: number | null) => names.find((one) => one.id === id)?.name ?? null;
  return {
    done: row.meaning !== 'open',
    by: nameOf(row.done_by_id),
    at: row.done_at,
    snoozedUntil: isSnoozed(row.snoozed_until, today(context)) ? row.snoozed_until : null,
    assignee: nameOf(row.assignee_id) ?? '',
    removed: row.archived_at !== null,
  };
}
