import { z } from 'zod';
import { LEVELS } from '#db/levels.ts';
import { day, line, optionalDay } from '../kernel/fields.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';

/** What the form of an objective holds. Owner and readers are refs, country iso3, the rest codes; '' for nothing. */
export interface ObjectiveForm {
  /** Names this opening of the form: the same one posted twice makes one objective. */
  key: string;
  /** The version that was opened to be edited; '' for a new one. */
  version: string;
  title: string;
  country: string;
  workArea: string;
  /** Names its set of stages too. Afterwards only moves change it. */
  stage: string;
  /** Since when it stands at its first stage. */
  since: string;
  instrument: string;
  owner: string;
  target: string;
  nextStep: string;
  sensitivity: string;
  readers: string[];
}

/** The fields that an edit may change, each with its label. */
export const EDITABLE = {
  title: 'Objective',
  country: 'Country',
  workArea: 'Work area',
  instrument: 'Instrument',
  owner: 'Owner',
  target: 'Target date',
  nextStep: 'Next step',
  sensitivity: 'Sensitivity',
  readers: 'Readers',
} as const satisfies Partial<Record<keyof ObjectiveForm, string>>;
export type EditableField = keyof typeof EDITABLE;

const shape = z.object({
  key: z.string().regex(/^[\w-]{8,64}$/),
  title: line('Write what is to be reached, such as “Togo designates its mechanism”.'),
  country: z.string().min(1, 'Choose the country.'),
  workArea: z.string().min(1, 'Choose the work area.'),
  stage: z.string().min(1, 'Choose the stage at which it stands.'),
  since: day('Enter the day since when it stands there.'),
  owner: z.string().min(1, 'Choose who owns it.'),
  target: optionalDay(),
  nextStep: line(null),
  sensitivity: z.enum(LEVELS, { error: 'Choose who may see it.' }),
  readers: z.array(z.string()).max(100, 'Name at most 100 readers.'),
});

export type ReadObjective =
  { ok: true; form: ObjectiveForm } | { ok: false; form: ObjectiveForm; errors: FormErrors };

/** Reads the posted form: what was typed either way, and the errors by field, the first faulty one first. */
export function readObjective(fields: FormFields, faults: FormErrors): ReadObjective {
  const form: ObjectiveForm = {
    key: fields.one('key'),
    version: fields.one('version'),
    title: fields.one('title').trim(),
    country: fields.one('country'),
    workArea: fields.one('workArea'),
    stage: fields.one('stage'),
    since: fields.one('since').trim(),
    instrument: fields.one('instrument'),
    owner: fields.one('owner'),
    target: fields.one('target').trim(),
    nextStep: fields.one('nextStep').trim(),
    sensitivity: fields.one('sensitivity') || 'internal',
    readers: fields.many('readers'),
  };
  const isNew = form.version === '';
  const parsed = (isNew ? shape : shape.omit({ stage: true, since: true })).safeParse(form);
  const errors: FormErrors = { ...faults };
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  return Object.keys(errors).length > 0 ? { ok: false, form, errors } : { ok: true, form };
}

export interface Merged {
  form: ObjectiveForm;
  /** Fields that both changed, to different words, and that nobody has chosen between yet. */
  conflicts: EditableField[];
}

/**
 * Puts two edits of the same version together. What only one of them changed is kept; what both changed needs a
 * choice ("mine" or "theirs").
 */
export function mergeObjectives(
  base: ObjectiveForm,
  mine: ObjectiveForm,
  theirs: ObjectiveForm,
  choices: Partial<Record<string, string>>,
): Merged {
  const merged: ObjectiveForm = { ...mine };
  const conflicts: EditableField[] = [];
  const differ = (one: ObjectiveForm, other: ObjectiveForm, field: EditableField) =>
    JSON.stringify(one[field]) !== JSON.stringify(other[field]);
  const take = (field: EditableField) => Object.assign(merged, { [field]: theirs[field] });
  for (const field of Object.keys(EDITABLE) as EditableField[]) {
    if (!differ(theirs, base, field) || !differ(mine, theirs, field)) continue;
    if (!differ(mine, base, field) || choices[field] === 'theirs') take(field);
    else if (choices[field] !== 'mine') conflicts.push(field);
  }
  return { form: merged, conflicts };
}
