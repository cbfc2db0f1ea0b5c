import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { updateFollowUp } from '#db/queries/promise-writes.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { prose } from '../kernel/fields.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { mayCompleteFollowUp } from './policy.ts';

export type CompleteOutcome = { outcome: 'completed' } | { outcome: 'refused'; errors: FormErrors };

const told = prose();

/**
 * Says that a follow-up is done, and what happened (may be empty). Throws Conflict, naming who was faster, where it is
 * done already.
 */
export async function completeFollowUp(
  context: Context,
  ref: string,
  outcome: string,
): Promise<CompleteOutcome> {
  const { db, actor, keys, reference, now } = context;
  const followUp = isRef(ref) ? await findVisibleFollowUp(db, actor, ref) : undefined;
  if (!followUp) throw new NotFound();
  if (!mayCompleteFollowUp(actor, followUp)) throw new Forbidden('This is for a colleague to complete.');
  if (followUp.meaning !== 'open') throw await alreadyDone(context, followUp.done_by_id);
  const read = told.safeParse(outcome.trim());
  if (!read.success) {
    return { outcome: 'refused', errors: { outcome: read.error.issues[0]?.message ?? '' } };
  }
  const text = read.data;
  const done = reference.term('follow_up_status', 'done');
  await commit(context, async (work) => {
    const { trx, record } = work;
    const saved = await updateFollowUp(trx, followUp.id, followUp.version, {
      status_id: done.id,
      meaning: done.meaning ?? 'positive',
      done_at: now.toISOString(),
      done_by_id: actor.accountId,
      outcome: text === '' ? null : storedText(keys, followUp.level, `follow_up|outcome|${ref}`, text),
      updated_at: now.toISOString(),
    });
    if (!saved) throw new Conflict('A colleague changed this follow-up meanwhile. Open it again.');
    record({
      action: 'follow-up.completed',
      noun: 'follow_up',
      id: followUp.id,
      ref,
      changes: { status: [reference.termById(followUp.status_id).code, done.code], outcome: [null, text] },
      sealed: followUp.level === 3,
    });
    for (const accountId of new Set([followUp.assignee_id, followUp.author_id])) {
      tell(work, { kind: 'completed', noun: 'follow_up', recordId: followUp.id, accountId });
    }
  });
  return { outcome: 'completed' };
}

async function alreadyDone({ db }: Context, doneById: number | null): Promise<Conflict> {
  const [who] = await listAccountNames(db, doneById === null ? [] : [doneById]);
  return new Conflict(who ? `${who.name} has completed this already.` : 'This is not open any more.');
}
