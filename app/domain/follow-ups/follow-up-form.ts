import { z } from 'zod';
import { day, line } from '../kernel/fields.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';

/** What the form of a follow-up holds. Assignee and interaction are refs, countries iso3, work areas codes. */
export interface FollowUpForm {
  /** Names this opening of the form: the same one posted twice makes one follow-up. */
  key: string;
  title: string;
  assignee: string;
  due: string;
  workAreas: string[];
  countries: string[];
  /** The meeting it comes from; '' where it stands alone. */
  interaction: string;
}

const shape = z.object({
  key: z.string().regex(/^[\w-]{8,64}$/),
  title: line('Write what is to be done.'),
  assignee: z.string().min(1, 'Choose who is to do it.'),
  due: day('Choose the day by which it is to be done.'),
  workAreas: z.array(z.string()).min(1, 'Choose at least one work area.'),
  countries: z.array(z.string()),
  interaction: z.string(),
});

export type ReadFollowUp =
  { ok: true; form: FollowUpForm } | { ok: false; form: FollowUpForm; errors: FormErrors };

/** Reads the posted form: what was typed either way, and the errors by field. */
export function readFollowUp(fields: FormFields, faults: FormErrors): ReadFollowUp {
  const form: FollowUpForm = {
    key: fields.one('key'),
    title: fields.one('title').trim(),
    assignee: fields.one('assignee'),
    due: fields.one('due').trim(),
    workAreas: fields.many('workAreas'),
    countries: fields.many('countries'),
    interaction: fields.one('interaction'),
  };
  const parsed = shape.safeParse(form);
  const errors: FormErrors = { ...faults };
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  return Object.keys(errors).length > 0 ? { ok: false, form, errors } : { ok: true, form };
}
