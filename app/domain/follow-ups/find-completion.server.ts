import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';

/** Whether a follow-up is done; then by whom and when (ISO, UTC). */
export interface Completion {
  done: boolean;
  by: string | null;
  at: string | null;
}

export async function findCompletion({ db, actor }: Context, ref: string): Promise<Completion> {
  const row = await findVisibleFollowUp(db, actor, ref);
  if (!row) throw new NotFound();
  const [who] = await listAccountNames(db, row.done_by_id === null ? [] : [row.done_by_id]);
  return { done: row.meaning !== 'open', by: who?.name ?? null, at: row.done_at };
}
