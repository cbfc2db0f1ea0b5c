import { findVisibleCommitment, type CommitmentRecord } from '#db/queries/promise-reads.ts';
import { updateCommitment } from '#db/queries/promise-writes.ts';
import type { CommitmentStatus } from '#db/schema/promises.ts';
import { commit } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { isCalendarDay, prose } from '../kernel/fields.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { isRef } from '../kernel/refs.ts';
import { readText, storedText } from '../kernel/sealed-text.server.ts';
import { maySettleCommitment } from './policy.ts';

export interface Settlement {
  status: CommitmentStatus;
  on: string;
  /** Needed where the promise was broken. */
  reason: string;
  /** The version that was seen; left out where nobody looked before. */
  version?: number;
}

export type SettleOutcome = { outcome: 'saved' } | { outcome: 'refused'; errors: FormErrors };

const told = prose();

/**
 * Says that a promise was kept or broken, or that it is open again. Throws Conflict where a colleague has said so
 * meanwhile, where it was taken out of its record, and where its meeting is archived: such are read, not changed.
 */
export async function settleCommitment(
  context: Context,
  ref: string,
  settlement: Settlement,
): Promise<SettleOutcome> {
  const { keys, now } = context;
  const row = await findSettleable(context, ref);
  const { status, version = row.version } = settlement;
  if (status === row.status) throw new Conflict(`A colleague has said so already: it is ${row.status}.`);
  if (version !== row.version) throw new Conflict('A colleague changed this meanwhile. Look at it again.');
  const reason = settlement.reason.trim();
  const errors = faultsOf(context, row, { ...settlement, reason });
  if (Object.keys(errors).length > 0) return { outcome: 'refused', errors };
  const open = status === 'open';
  const { level } = row;
  const place = `commitment|reason|${ref}` as const;
  const reasonBefore = row.reason && readText(keys, level, place, row.reason);
  const closedOn = open ? null : settlement.on;
  await commit(context, async ({ trx, record }) => {
    const saved = await updateCommitment(
      trx,
      row.id,
      {
        status,
        closed_on: closedOn,
        reason: open || reason === '' ? null : storedText(keys, level, place, reason),
        updated_at: now.toISOString(),
      },
      version,
    );
    if (!saved) throw new Conflict('A colleague changed this meanwhile. Look at it again.');
    record({
      action: open ? 'commitment.reopened' : 'commitment.settled',
      noun: 'commitment',
      id: row.id,
      ref,
      changes: {
        status: [row.status, status],
        closed_on: [row.closed_on, closedOn],
        reason: [reasonBefore, reason],
      },
      sealed: level === 3,
    });
  });
  return { outcome: 'saved' };
}

async function findSettleable({ db, actor }: Context, ref: string): Promise<CommitmentRecord> {
  const row = isRef(ref) ? await findVisibleCommitment(db, actor, ref) : undefined;
  if (!row) throw new NotFound();
  if (!maySettleCommitment(actor, row)) {
    throw new Forbidden('Only its author and the owning team may say whether it was kept.');
  }
  if (row.archived_at !== null)
    throw new Conflict('This was taken out of its record. It is kept to be read.');
  if (row.origin_archived_at !== null) {
    throw new Conflict('The meeting in which this was promised is archived. Restore the meeting first.');
  }
  return row;
}

function faultsOf(context: Context, row: CommitmentRecord, { status, on, reason }: Settlement): FormErrors {
  const errors: FormErrors = {};
  if (status === 'broken' && reason === '') errors['reason'] = 'Say why it was not kept.';
  const read = told.safeParse(reason);
  if (!read.success) errors['reason'] = read.error.issues[0]?.message ?? '';
  if (status === 'open') return errors;
  if (!isCalendarDay(on) || on > today(context)) errors['on'] = 'Enter a date that is not in the future.';
  else if (on < row.made_on) errors['on'] = 'Enter a date that is not before the promise was made.';
  return errors;
}
