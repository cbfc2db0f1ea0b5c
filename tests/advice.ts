import { findVisibleAdviceRecord } from '#db/queries/advice-record.ts';
import type { AdviceForm } from '#app/domain/advice/advice-form.ts';
import { ADVICE_WORDS, type AdviceWords } from '#app/domain/advice/read-advice-question.server.ts';
import type { AdviceRequest } from '#app/domain/advice/list-advice.server.ts';
import { blankStep, type StepForm } from '#app/domain/advice/step-form.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { randomBytes } from 'node:crypto';

/** The form of the next step of a piece of advice as somebody would fill it in just now. */
export async function stepForm(context: Context, ref: string, step: Partial<StepForm>): Promise<StepForm> {
  const advice = await findVisibleAdviceRecord(context.db, context.actor, ref);
  const blank = blankStep(advice?.version ?? 1, today(context));
  return { ...blank, evidence: 'staff_judgement', ...step };
}

/** A form of advice by itself, filled in enough to be saved, but for its recipients. */
export function adviceForm(context: Context, rest: Partial<AdviceForm> = {}): AdviceForm {
  return {
    key: randomBytes(8).toString('hex'),
    version: '',
    text: 'A separate budget line',
    topic: 'npm_law',
    on: today(context),
    recipients: [],
    instrument: '',
    provision: '',
    workAreas: ['legal_instruments'],
    countries: ['TGO'],
    objective: '',
    interaction: '',
    ...rest,
  };
}

/** A question of the register that asks only what is given. */
export function adviceRequest(
  words: Partial<AdviceWords> = {},
  rest: Partial<AdviceRequest> = {},
): AdviceRequest {
  const none = Object.fromEntries(ADVICE_WORDS.map((name) => [name, ''])) as AdviceWords;
  return { words: { ...none, ...words }, paging: {}, oldestFirst: false, recipient: '', ...rest };
}
