import type { ToastMessage } from '#app/components/ui/toast.tsx';
import { settleCommitment } from '#app/domain/commitments/settle-commitment.server.ts';
import { STATUSES } from '#app/domain/commitments/read-commitment-question.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { BadRequest, Conflict } from '#app/domain/kernel/errors.ts';
import type { FormErrors } from '#app/domain/kernel/form-fields.ts';
import { pathTo } from '#app/paths.ts';
import type { ReadForm } from './forms.ts';

export const SETTLEMENT_SHAPE = { limits: { reason: 20_000 } };

export interface SettlementAnswer {
  told: ToastMessage;
  conflict?: string;
  errors?: FormErrors;
  /** What was typed, where it was not taken. */
  values?: { status: string; on: string; reason: string };
}

const WORDS = { kept: 'Noted as kept.', broken: 'Noted as broken.', open: 'Open again.' };

/** A press of a button of a promise. Throws NotFound, Forbidden, and BadRequest for a status that is none. */
export async function postSettlement(
  context: Context,
  ref: string,
  { fields, faults }: ReadForm,
): Promise<{ status: number; answer: SettlementAnswer }> {
  const status = STATUSES.find((one) => one === fields.one('status'));
  if (!status) throw new BadRequest('There is no such status.');
  const values = { status, on: fields.one('on').trim(), reason: fields.one('reason') };
  const undo = { action: pathTo.commitmentSettlement(ref), fields: { status: 'open' } };
  const told: ToastMessage = { message: WORDS[status], ...(status === 'open' ? {} : { undo }) };
  if (Object.keys(faults).length > 0) return { status: 422, answer: { told, errors: faults, values } };
  const seen = fields.one('version');
  const version = seen === '' ? {} : { version: Number(seen) };
  try {
    const done = await settleCommitment(context, ref, { ...values, status, ...version });
    if (done.outcome === 'refused') return { status: 422, answer: { told, errors: done.errors, values } };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { status: 409, answer: { told, conflict: error.message, values } };
  }
  return { status: 200, answer: { told } };
}
