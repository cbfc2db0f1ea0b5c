import { z } from 'zod';
import { day, line, optionalDay } from '../kernel/fields.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';
import { PRIORITIES } from './priorities.ts';
import { RECURRENCES } from './recurrence.ts';

/** What the form of a follow-up holds. Assignee and interaction are refs, countries iso3, work areas codes. */
export interface FollowUpForm {
  /** Names this opening of the form: the same one posted twice makes one follow-up. */
  key: string;
  title: string;
  assignee: string;
  due: string;
  priority: string;
  /** How it comes back; '' for once. */
  recurrence: string;
  /** The last day on which it may come back; '' for ever. */
  recursUntil: string;
  workAreas: string[];
  countries: string[];
  /** The meeting it comes from; '' where it stands alone. */
  interaction: string;
  /** The objective that it is to push, where no meeting is behind it. */
  objective?: string;
}

const shape = z
  .object({
    key: z.string().min(8, 'Open the page again: this form has no key.').max(80),
    title: line('Write what is to be done.'),
    assignee: z.string().min(1, 'Choose who is to do it.'),
    due: day('Choose the day by which it is to be done.'),
    priority: z.enum(PRIORITIES, { error: 'Choose a priority.' }),
    recurrence: z.union([z.literal('').transform(() => null), z.enum(RECURRENCES)], {
      error: 'Choose how often it comes back.',
    }),
    recursUntil: optionalDay(),
    workAreas: z.array(z.string()).min(1, 'Choose at least one work area.'),
    countries: z.array(z.string()),
    interaction: z.string(),
  })
  .refine((form) => form.recursUntil === null || form.recurrence !== null, {
    path: ['recursUntil'],
    message: 'Choose how often it comes back, or leave this empty.',
  })
  .refine((form) => form.recursUntil === null || form.recursUntil >= form.due, {
    path: ['recursUntil'],
    message: 'The last day must not be before the day it is due.',
  });

/** A form whose words are well formed; that codes and refs exist is seen when they are resolved. */
export type FollowUpInput = z.output<typeof shape>;

export type ReadFollowUp =
  | { ok: true; form: FollowUpForm; input: FollowUpInput }
  | { ok: false; form: FollowUpForm; errors: FormErrors };

/** Reads the posted form: what was typed either way, and the errors by field. */
export function readFollowUp(fields: FormFields, faults: FormErrors): ReadFollowUp {
  const form: FollowUpForm = {
    key: fields.one('key'),
    title: fields.one('title').trim(),
    assignee: fields.one('assignee'),
    due: fields.one('due').trim(),
    priority: fields.one('priority') || 'normal',
    recurrence: fields.one('recurrence'),
    recursUntil: fields.one('recursUntil').trim(),
    workAreas: fields.many('workAreas'),
    countries: fields.many('countries'),
    interaction: fields.one('interaction'),
    ...(fields.one('objective') === '' ? {} : { objective: fields.one('objective') }),
  };
  const parsed = judgeFollowUp(form);
  const errors = { ...faults, ...(parsed.ok ? {} : parsed.errors), ...faults };
  if (!parsed.ok || Object.keys(errors).length > 0) return { ok: false, form, errors };
  return { ok: true, form, input: parsed.input };
}

/** Judges a form as typed. */
export function judgeFollowUp(
  form: FollowUpForm,
): { ok: true; input: FollowUpInput } | { ok: false; errors: FormErrors } {
  const parsed = shape.safeParse(form);
  if (parsed.success) return { ok: true, input: parsed.data };
  const errors: FormErrors = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return { ok: false, errors };
}
