import { findVisibleAdviceRecord, type AdviceRecord } from '#db/queries/advice-record.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { mayEditAdvice } from './policy.ts';

/** The advice, for somebody who may change it. Throws NotFound, Forbidden, or Conflict where it was put away. */
export async function findChangeableAdvice(context: Context, ref: string): Promise<AdviceRecord> {
  const advice = await findOwnAdvice(context, ref);
  if (advice.archived_at !== null) throw new Conflict('This was archived. Restore it before changing it.');
  return advice;
}

/** The same, whether it was put away or not; what hangs on an archived meeting is changed by nobody. */
export async function findOwnAdvice(context: Context, ref: string): Promise<AdviceRecord> {
  const { db, actor } = context;
  const advice = isRef(ref) ? await findVisibleAdviceRecord(db, actor, ref) : undefined;
  if (!advice) throw new NotFound();
  if (!mayEditAdvice(actor, advice)) {
    throw advice.archived_at === null && advice.origin_archived_at === null
      ? new Forbidden('Only its author and the owning team may change this.')
      : new NotFound();
  }
  if (advice.origin_archived_at !== null) {
    throw new Conflict('The meeting in which this was given was archived. Restore the meeting first.');
  }
  return advice;
}
