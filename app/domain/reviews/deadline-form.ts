import { z } from 'zod';
import { day, line } from '../kernel/fields.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';

/** What the form of one deadline holds. */
export interface DeadlineValues {
  /** A code of the vocabulary. */
  kind: string;
  /** '' takes the name of the kind. */
  title: string;
  due: string;
  /** The ref of a colleague; '' for nobody yet. */
  assignee: string;
}

const shape = z.object({
  kind: z.string().min(1, 'Choose what is due.'),
  title: line(null),
  due: day('Choose the day by which it is due.'),
  assignee: z.string(),
});

/** The values of a posted form, as they were typed. */
export function deadlineValuesOf(fields: FormFields): DeadlineValues {
  const one = (name: string) => fields.one(name).trim();
  return { kind: one('kind'), title: one('title'), due: one('due'), assignee: one('assignee') };
}

/** The errors of a deadline by field; none where it can be kept. */
export function deadlineErrors(values: DeadlineValues, faults: FormErrors = {}): FormErrors {
  const errors: FormErrors = { ...faults };
  const parsed = shape.safeParse(values);
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  return errors;
}
