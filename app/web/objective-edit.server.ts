import type { Context } from '#app/domain/kernel/context.ts';
import { editObjective } from '#app/domain/objectives/edit-objective.server.ts';
import {
  EDITABLE,
  readObjective,
  type EditableField,
  type ObjectiveForm,
} from '#app/domain/objectives/objective-form.ts';
import { FormFields } from '#app/domain/kernel/form-fields.ts';
import type { ReadForm } from './forms.ts';

export interface EditAnswer {
  form: ObjectiveForm;
  /** The form that the next post is compared with. */
  base: ObjectiveForm;
  errors: Record<string, string>;
  /** A colleague saved other words in the same fields. */
  theirs?: ObjectiveForm;
  conflicts?: EditableField[];
  at?: string;
}

export const EDIT_SHAPE = { lists: ['readers'], limits: { base: 20_000 } };

/** Saves an edit; undefined where it is saved. Throws NotFound, Forbidden and Conflict. */
export async function postEdit(
  context: Context,
  ref: string,
  { fields, faults }: ReadForm,
): Promise<EditAnswer | undefined> {
  const read = readObjective(fields, faults);
  const base = readBase(fields.one('base')) ?? read.form;
  if (!read.ok) return { form: read.form, base, errors: read.errors };
  const choices = Object.fromEntries(
    Object.keys(EDITABLE).map((field) => [field, fields.one(`choose:${field}`)]),
  );
  const answer = await editObjective(context, ref, { form: read.form, base, choices });
  if (answer.outcome === 'saved') return undefined;
  if (answer.outcome === 'refused') return { form: read.form, base, errors: answer.errors };
  return { form: read.form, base, errors: {}, ...answer };
}

/** Read by the rules of the form itself: what was posted back is not trusted to be what was sent. */
function readBase(text: string): ObjectiveForm | undefined {
  try {
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, String(one)]),
    );
    return readObjective(new FormFields(entries), {}).form;
  } catch {
    return undefined;
  }
}
