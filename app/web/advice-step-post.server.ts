import { editStep } from '#app/domain/advice/edit-step.server.ts';
import { moveAdvice, type MoveOutcome } from '#app/domain/advice/move-advice.server.ts';
import { readStep, type StepForm } from '#app/domain/advice/step-form.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { Conflict } from '#app/domain/kernel/errors.ts';
import type { FormErrors } from '#app/domain/kernel/form-fields.ts';
import type { ReadForm } from './forms.ts';

/** Why a step was not taken, and what was typed. */
export interface StepAnswer {
  form: StepForm;
  errors: FormErrors;
  /** A colleague was faster. */
  conflict?: string;
}

type Refused = { status: number; answer: StepAnswer } | undefined;

/** Adds the next step; undefined where it is saved. Throws NotFound and Forbidden. */
export function postStep(context: Context, ref: string, posted: ReadForm): Promise<Refused> {
  return post(posted, (form) => moveAdvice(context, ref, form));
}

/** Changes the words of a step; undefined where they are saved. Throws NotFound and Forbidden. */
export function postStepWords(
  context: Context,
  ref: string,
  step: string,
  posted: ReadForm,
): Promise<Refused> {
  return post(posted, (form) => editStep(context, ref, step, form));
}

async function post(
  { fields, faults }: ReadForm,
  save: (form: StepForm) => Promise<MoveOutcome>,
): Promise<Refused> {
  const { form, ...read } = readStep(fields, faults);
  if (!read.ok) return { status: 400, answer: { form, errors: read.errors } };
  try {
    const saved = await save(form);
    return saved.outcome === 'saved' ? undefined : { status: 400, answer: { form, errors: saved.errors } };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { status: 409, answer: { form, errors: {}, conflict: error.message } };
  }
}
