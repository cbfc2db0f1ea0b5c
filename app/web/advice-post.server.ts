import { data } from '@remix-run/node';
import { readAdvice, type AdviceForm } from '#app/domain/advice/advice-form.ts';
import { editAdvice } from '#app/domain/advice/edit-advice.server.ts';
import { adviceMeanwhile } from '#app/domain/advice/form-of-advice.server.ts';
import { giveAdvice } from '#app/domain/advice/give-advice.server.ts';
import { mergeAdvice, takeTheirAdvice, type AdviceConflict } from '#app/domain/advice/merge-advice.ts';
import { startAdvice } from '#app/domain/advice/start-advice.server.ts';
import { viewAdviceForm, type AdviceFormView } from '#app/domain/advice/view-advice-form.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import type { FormErrors } from '#app/domain/kernel/form-fields.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { readAdviceBase, readAdviceStart } from './advice-request.server.ts';
import type { ReadForm } from './forms.ts';

/** The form as its page shows it: with what is wrong, and where somebody else wrote something different. */
export interface AdviceFormAnswer {
  view: AdviceFormView;
  errors: FormErrors;
  base: string;
  conflicts: AdviceConflict[];
  by: { name: string; at: string } | null;
}

/** Where a save ended: at the record, or at the form again. */
export type AdvicePosted = { ref: string } | { answer: AdviceFormAnswer; status: number };

const ATTEMPTS = 3;

/** A press of any button of `/advice/new`: starts from a passage, finds recipients, or saves. */
export async function postNewAdvice(context: Context, { fields, faults }: ReadForm): Promise<AdvicePosted> {
  if (fields.one('act') === 'start') {
    const form = await startAdvice(context, readAdviceStart(fields));
    return { answer: await answered(context, form), status: 200 };
  }
  const read = readAdvice(fields, faults);
  if (fields.one('act') === 'find') {
    return {
      answer: await answered(context, read.form, { query: fields.one('recipients.query') }),
      status: 200,
    };
  }
  const saved = read.ok
    ? await giveAdvice(context, read.form)
    : { outcome: 'refused' as const, errors: read.errors };
  if (saved.outcome !== 'refused') return { ref: saved.ref };
  // a form that was refused is opened anew: the key of the one before may be used up
  const form = { ...read.form, key: makeRef(context.random) };
  return { answer: await answered(context, form, { errors: saved.errors }), status: 400 };
}

/** A press of any button of `/advice/:ref/edit`. */
export async function postAdviceEdit(
  context: Context,
  ref: string,
  { fields, faults }: ReadForm,
): Promise<AdvicePosted> {
  const read = readAdvice(fields, faults);
  const base = readAdviceBase(fields);
  const kept = { base: fields.one('base') };
  if (fields.one('act') === 'find') {
    const query = fields.one('recipients.query');
    return { answer: await answered(context, read.form, { ...kept, query }), status: 200 };
  }
  if (!read.ok)
    return { answer: await answered(context, read.form, { ...kept, errors: read.errors }), status: 400 };
  const chosen = fields
    .names('choose:')
    .filter((name) => fields.one(name) === 'theirs')
    .map((name) => name.slice('choose:'.length));
  const form = base ? takeTheirAdvice(read.form, base, chosen) : read.form;
  return saveEdit(context, ref, form, base);
}

/** Saves on top of what others save at the same moment, as long as nobody has to choose. */
async function saveEdit(
  context: Context,
  ref: string,
  written: AdviceForm,
  opened: AdviceForm | undefined,
): Promise<AdvicePosted> {
  let form = written;
  let base = opened;
  for (let attempt = 0; ; attempt += 1) {
    const saved = await editAdvice(context, ref, form);
    if (saved.outcome === 'saved') return { ref };
    const kept = { base: JSON.stringify(base ?? form) };
    if (saved.outcome === 'refused')
      return { answer: await answered(context, form, { ...kept, errors: saved.errors }), status: 400 };
    const theirs = await adviceMeanwhile(context, ref);
    const merged = mergeAdvice(base, form, theirs.form);
    form = merged.form;
    base = theirs.form;
    if (merged.conflicts.length === 0 && attempt < ATTEMPTS) continue;
    const compared = { base: JSON.stringify(base), conflicts: merged.conflicts, by: theirs.by };
    return { answer: await answered(context, form, compared), status: 409 };
  }
}

/** The form with what its page needs, as an answer. */
export async function answered(
  context: Context,
  form: AdviceForm,
  { query = '', ...rest }: Partial<Omit<AdviceFormAnswer, 'view'>> & { query?: string } = {},
): Promise<AdviceFormAnswer> {
  const view = await viewAdviceForm(context, form, query.trim());
  return { view, errors: {}, base: '', conflicts: [], by: null, ...rest };
}

/** The page of the form again, for a save that was not taken. */
export function adviceFormAgain({ answer, status }: { answer: AdviceFormAnswer; status: number }) {
  return data(answer, { status });
}
