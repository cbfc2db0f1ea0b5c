import { editStep } from '#app/domain/advice/edit-step.server.ts';
import { moveAdvice, type MoveOutcome } from '#app/domain/advice/move-advice.server.ts';
import { readStep, type StepForm } from '#app/domain/advice/step-form.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { Conflict } from '#app/domain/kernel/errors.ts';
import type { FormErrors } from '#app/domain/kernel/form-fields.ts';
import { pathTo } from '#app/paths.ts';
import type { ReadForm } from './forms.ts';

/** Why a step was not taken, and what was typed. */
export interface StepAnswer {
  form: StepForm;
  errors: FormErrors;
  /** A colleague was faster. */
  conflict?: string;
}

type Refused = { status: number; answer: StepAnswer };
type Saved = { to: string; message: string };

/** Adds the next step; where a document shows it, leads to the place for the document. Throws NotFound, Forbidden. */
export async function postStep(context: Context, ref: string, posted: ReadForm): Promise<Refused | Saved> {
  const done = await post(posted, (form) => moveAdvice(context, ref, form));
  if ('answer' in done) return done;
  const page = pathTo.adviceRecord(ref);
  if (done.form.evidence !== 'document') return { to: `${page}#chain`, message: 'The step is saved.' };
  return { to: `${page}#files-${done.step}`, message: 'The step is saved. Add the document here.' };
}

/** Changes the words of a step. Throws NotFound and Forbidden. */
export async function postStepWords(
  context: Context,
  ref: string,
  step: string,
  posted: ReadForm,
): Promise<Refused | Saved> {
  const done = await post(posted, (form) => editStep(context, ref, step, form));
  if ('answer' in done) return done;
  return { to: `${pathTo.adviceRecord(ref)}#step-${step}`, message: 'The words are saved.' };
}

async function post(
  { fields, faults }: ReadForm,
  save: (form: StepForm) => Promise<MoveOutcome>,
): Promise<Refused | { form: StepForm; step: string }> {
  const { form, ...read } = readStep(fields, faults);
  if (!read.ok) return { status: 422, answer: { form, errors: read.errors } };
  try {
    const saved = await save(form);
    if (saved.outcome === 'refused') return { status: 422, answer: { form, errors: saved.errors } };
    return { form, step: saved.step ?? '' };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { status: 409, answer: { form, errors: {}, conflict: error.message } };
  }
}
