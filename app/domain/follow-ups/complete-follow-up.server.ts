import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { updateFollowUp } from '#db/queries/promise-writes.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { LIMITS } from '../kernel/fields.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import { mayCompleteFollowUp } from './policy.ts';

/**
 * Says that a follow-up is done, and what happened (may be empty). Throws Conflict, naming who was faster, where it is
 * done already.
 */
export async function completeFollowUp(context: Context, ref: string, outcome: string): Promise<void> {
  const { db, actor, keys, reference, now } = context;
  const followUp = isRef(ref) ? await findVisibleFollowUp(db, actor, ref) : undefined;
  if (!followUp) throw new NotFound();
  if (!mayCompleteFollowUp(actor, followUp)) throw new Forbidden('This is for a colleague to complete.');
  if (followUp.meaning !== 'open') throw await alreadyDone(context, followUp.done_by_id);
  const done = reference.term('follow_up_status', 'done');
  const told = outcome.trim().slice(0, LIMITS.prose);
  await commit(context, async ({ trx, record }) => {
    const saved = await updateFollowUp(trx, followUp.id, followUp.version, {
      status_id: done.id,
      meaning: done.meaning ?? 'positive',
      done_at: now.toISOString(),
      done_by_id: actor.accountId,
      outcome: told === '' ? null : storedText(keys, followUp.level, `follow_up|outcome|${ref}`, told),
      updated_at: now.toISOString(),
    });
    if (!saved) throw new Conflict('A colleague changed this follow-up meanwhile. Open it again.');
    record({
      action: 'follow-up.completed',
      noun: 'follow_up',
      id: followUp.id,
      ref,
      changes: { status: ['open', 'done'], outcome: [null, told] },
      sealed: followUp.level === 3,
    });
  });
}

async function alreadyDone({ db }: Context, doneById: number | null): Promise<Conflict> {
  const [who] = await listAccountNames(db, doneById === null ? [] : [doneById]);
  return new Conflict(who ? `${who.name} has completed this already.` : 'This is not open any more.');
}
