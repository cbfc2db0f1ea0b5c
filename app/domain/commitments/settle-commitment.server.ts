import { findVisibleCommitment } from '#db/queries/promise-reads.ts';
import { updateCommitment } from '#db/queries/promise-writes.ts';
import type { CommitmentStatus } from '#db/schema/promises.ts';
import { commit } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { readText, storedText } from '../kernel/sealed-text.server.ts';
import { isCalendarDay } from '../kernel/fields.ts';
import { tell } from '../notifications/tell.server.ts';
import { maySettleCommitment } from './policy.ts';

export interface Settlement {
  status: CommitmentStatus;
  on: string;
  /** Needed where the promise was broken. */
  reason: string;
}

export type SettleOutcome = { outcome: 'saved' } | { outcome: 'refused'; errors: FormErrors };

/** Says that a promise was kept or broken, or that it is open again. */
export async function settleCommitment(
  context: Context,
  ref: string,
  settlement: Settlement,
): Promise<SettleOutcome> {
  const { db, actor } = context;
  const commitment = await findVisibleCommitment(db, actor, ref);
  if (!commitment) throw new NotFound();
  if (!maySettleCommitment(actor, commitment)) {
    throw new Forbidden('Only its author and the owning team may say whether it was kept.');
  }
  const errors: FormErrors = {};
  if (settlement.status === 'broken' && settlement.reason.trim() === '')
    errors['reason'] = 'Say why it was not kept.';
  if (settlement.status !== 'open' && (!isCalendarDay(settlement.on) || settlement.on > today(context))) {
    errors['on'] = 'Enter a date that is not in the future.';
  }
  if (Object.keys(errors).length > 0) return { outcome: 'refused', errors };
  const open = settlement.status === 'open';
  const { level } = commitment;
  const reasonBefore =
    commitment.reason && readText(context.keys, level, `commitment|reason|${ref}`, commitment.reason);
  await commit(context, async (work) => {
    const { trx, record } = work;
    await updateCommitment(trx, commitment.id, {
      status: settlement.status,
      closed_on: open ? null : settlement.on,
      reason:
        open || settlement.reason === ''
          ? null
          : storedText(context.keys, commitment.level, `commitment|reason|${ref}`, settlement.reason),
      updated_at: context.now.toISOString(),
    });
    record({
      action: 'commitment.edited',
      noun: 'commitment',
      id: commitment.id,
      ref,
      changes: {
        status: [commitment.status, settlement.status],
        reason: [reasonBefore, settlement.reason],
      },
      sealed: commitment.level === 3,
    });
    for (const accountId of new Set([
      commitment.by_account_id ?? commitment.author_id,
      commitment.author_id,
    ])) {
      tell(work, { kind: 'moved', noun: 'commitment', recordId: commitment.id, accountId });
    }
  });
  return { outcome: 'saved' };
}
