import { findVisibleAdvice } from '#db/queries/promise-reads.ts';
import { insertAdviceStep, updateAdvice } from '#db/queries/promise-writes.ts';
import type { Contribution, Evidence } from '#db/schema/promises.ts';
import { commit } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { isCalendarDay } from '../kernel/fields.ts';
import { makeRef } from '../kernel/refs.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { mayMoveAdvice } from './policy.ts';

export interface AdviceMove {
  /** Code of the vocabulary `advice_status`. */
  status: string;
  occurredOn: string;
  evidence: Evidence;
  note: string;
  contribution: Contribution | null;
}

export type MoveOutcome = { outcome: 'saved' } | { outcome: 'refused'; errors: FormErrors };

/** Says what became of a piece of advice: one more dated step with its evidence, which becomes its status. */
export async function moveAdvice(context: Context, ref: string, move: AdviceMove): Promise<MoveOutcome> {
  const { db, actor, reference, keys } = context;
  const advice = await findVisibleAdvice(db, actor, ref);
  if (!advice) throw new NotFound();
  if (!mayMoveAdvice(actor, advice))
    throw new Forbidden('Only its author and the owning team may say what came of it.');
  const status = reference.findTerm('advice_status', move.status);
  const errors = faultsOf(move, advice.given_on, today(context));
  if (!status) errors['status'] = 'Choose what became of the advice.';
  if (status?.meaning === 'negative' && move.note.trim() === '') {
    errors['note'] = 'Say why it was turned down.';
  }
  if (!status || Object.keys(errors).length > 0) return { outcome: 'refused', errors };
  await commit(context, async (work) => {
    const { trx, record } = work;
    const at = context.now.toISOString();
    const stepRef = makeRef(context.random);
    await insertAdviceStep(trx, {
      ref: stepRef,
      advice_id: advice.id,
      status_id: status.id,
      occurred_on: move.occurredOn,
      evidence: move.evidence,
      evidence_interaction_id: null,
      note:
        move.note === '' ? null : storedText(keys, advice.level, `advice_step|note|${stepRef}`, move.note),
      contribution: move.contribution,
      author_id: actor.accountId,
      created_at: at,
    });
    await updateAdvice(trx, advice.id, {
      status_id: status.id,
      meaning: status.meaning ?? 'open',
      updated_at: at,
    });
    record({
      action: 'advice.moved',
      noun: 'advice',
      id: advice.id,
      ref,
      changes: {
        status: [reference.termById(advice.status_id).code, status.code],
        on: [null, move.occurredOn],
        evidence: [null, move.evidence],
        note: [null, move.note],
      },
      sealed: advice.level === 3,
    });
    tell(work, { kind: 'moved', noun: 'advice', recordId: advice.id, accountId: advice.author_id });
  });
  return { outcome: 'saved' };
}

function faultsOf(move: AdviceMove, givenOn: string, day: string): FormErrors {
  if (!isCalendarDay(move.occurredOn)) return { occurredOn: 'Enter the date on which this happened.' };
  if (move.occurredOn < givenOn)
    return { occurredOn: 'This cannot have happened before the advice was given.' };
  if (move.occurredOn > day) return { occurredOn: 'Enter a date that is not in the future.' };
  return {};
}
