import { commit } from '#app/domain/kernel/commit.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { storedText } from '#app/domain/kernel/sealed-text.server.ts';
import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { updateFollowUp } from '#db/queries/promise-writes.ts';

/** Marks a follow-up as done, with what happened, in an audited transaction of its own. */
export async function completeTask(context: Context, ref: string, outcome: string): Promise<void> {
  const { actor, keys, reference } = context;
  const followUp = await findVisibleFollowUp(context.db, actor, ref);
  if (!followUp) throw new Error(`The demo follow-up ${ref} cannot be seen by its author.`);
  const done = reference.term('follow_up_status', 'done');
  const at = context.now.toISOString();
  await commit(context, async ({ trx, record }) => {
    await updateFollowUp(trx, followUp.id, followUp.version, {
      status_id: done.id,
      meaning: done.meaning ?? 'positive',
      done_at: at,
      done_by_id: actor.accountId,
      outcome: outcome === '' ? null : storedText(keys, followUp.level, `follow_up|outcome|${ref}`, outcome),
      updated_at: at,
    });
    record({
      action: 'follow-up.completed',
      noun: 'follow_up',
      id: followUp.id,
      ref,
      changes: { status: [reference.termById(followUp.status_id).code, done.code], outcome: [null, outcome] },
      sealed: followUp.level === 3,
    });
  });
}
