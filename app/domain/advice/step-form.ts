import { z } from 'zod';
import type { Contribution, Evidence } from '#db/schema/promises.ts';
import { day, line, prose } from '../kernel/fields.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';

/** What the form of a step holds: what became of advice, when, on what evidence. */
export interface StepForm {
  /** Version of the advice (a new step) or of the step (its words) as it was seen. */
  version: string;
  /** Code of the vocabulary `advice_status`; '' where only the words of a step are edited. */
  status: string;
  on: string;
  /** One of EVIDENCE; '' until somebody says what shows it: that is a claim, and nobody's by default. */
  evidence: string;
  /** Ref of the meeting that shows it. */
  meeting: string;
  /** An address, or where a document is to be found. */
  link: string;
  whatChanged: string;
  changedBy: string;
  contribution: string;
  verifiedBy: string;
  note: string;
  reason: string;
}

export const EVIDENCE = ['interaction', 'document', 'staff_judgement'] as const satisfies Evidence[];
export const CONTRIBUTIONS = ['possible', 'plausible', 'substantiated'] as const satisfies Contribution[];

/** The most characters of each field, by its name. */
export const STEP_LIMITS = { whatChanged: 20_000, note: 20_000, reason: 20_000 } as const;

const shape = z.object({
  version: z.string().regex(/^\d{1,9}$/, 'Open this page again: the form is not whole.'),
  status: z.string(),
  on: day('Enter the date on which this happened.'),
  evidence: z.enum(EVIDENCE, 'Say what shows it: a meeting, a document, or the judgement of staff.'),
  meeting: z.string(),
  link: line(null, 2_000),
  whatChanged: prose(),
  changedBy: line(null),
  contribution: z.union([z.literal(''), z.enum(CONTRIBUTIONS, 'Choose from the list.')]),
  verifiedBy: line(null),
  note: prose(),
  reason: prose(),
});

export type ReadStep = { ok: true; form: StepForm } | { ok: false; form: StepForm; errors: FormErrors };

/** Reads the posted form: what was typed either way, and the errors by field. */
export function readStep(fields: FormFields, faults: FormErrors): ReadStep {
  const names = Object.keys(shape.shape) as (keyof StepForm)[];
  const form = Object.fromEntries(
    names.map((name) => [name, fields.one(name).trim()]),
  ) as unknown as StepForm;
  const parsed = shape.safeParse(form);
  const errors: FormErrors = { ...faults };
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  return Object.keys(errors).length > 0 ? { ok: false, form, errors } : { ok: true, form };
}

export function blankStep(version: number, today: string): StepForm {
  return {
    version: String(version),
    status: '',
    on: today,
    evidence: '',
    meeting: '',
    link: '',
    whatChanged: '',
    changedBy: '',
    contribution: '',
    verifiedBy: '',
    note: '',
    reason: '',
  };
}
