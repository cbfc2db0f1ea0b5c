import { findVisibleFollowUp, type FollowUpRecord } from '#db/queries/promise-reads.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import type { AuditAction, Change } from '../kernel/audit-entry.ts';
import type { Work } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { mayCompleteFollowUp } from './policy.ts';

export const CHANGED_MEANWHILE = 'A colleague changed this follow-up meanwhile. Open it again.';

/**
 * The follow-up, for somebody who may change it. Throws NotFound, Forbidden, or Conflict for one that was removed and
 * for one whose meeting is archived: these can be read, not changed.
 */
export async function findChangeable(context: Context, ref: string): Promise<FollowUpRecord> {
  const row = await findOwned(context, ref);
  if (row.archived_at !== null) throw new Conflict('This follow-up was removed. Restore it first.');
  return row;
}

/** The same for one that may have been removed: to restore it. */
export async function findOwned({ db, actor }: Context, ref: string): Promise<FollowUpRecord> {
  const row = isRef(ref) ? await findVisibleFollowUp(db, actor, ref) : undefined;
  if (!row) throw new NotFound();
  if (!mayCompleteFollowUp(actor, row)) throw new Forbidden('This is for a colleague to change.');
  if (row.origin_archived_at !== null) {
    throw new Conflict('The meeting that this came from is archived. Restore the meeting first.');
  }
  return row;
}

/** The same for one that is open. The Conflict names the colleague who was faster. */
export async function findOpen(context: Context, ref: string): Promise<FollowUpRecord> {
  const row = await findChangeable(context, ref);
  if (row.meaning === 'open') return row;
  const [who] = await listAccountNames(context.db, row.done_by_id === null ? [] : [row.done_by_id]);
  throw new Conflict(who ? `${who.name} has completed this already.` : 'This is not open any more.');
}

/** Records what was done to a follow-up; of a sealed one the values are sealed. */
export function recordFollowUp(
  { record }: Work,
  { id, ref, level }: Pick<FollowUpRecord, 'id' | 'ref' | 'level'>,
  action: AuditAction,
  changes: Record<string, Change>,
): void {
  record({ action, noun: 'follow_up', id, ref, changes, sealed: level === 3 });
}
