import { z } from 'zod';
import { day, prose } from '../kernel/fields.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';

/** Where a partner was seen to stand. `partner` is `organisation:<ref>` or `person:<ref>`, perhaps with a position. */
export interface StanceForm {
  key: string;
  partner: string;
  /** Code of the vocabulary `stance`. */
  stance: string;
  on: string;
  /** The interaction in which it was observed; '' for none. */
  interaction: string;
  note: string;
}

const shape = z.object({
  key: z.string().regex(/^[\w-]{8,64}$/),
  partner: z.string().regex(/^(?:organisation|person):/, 'Choose the partner.'),
  stance: z.string().min(1, 'Choose where they stand.'),
  on: day('Enter the day on which this was observed.'),
  interaction: z.string(),
  note: prose(4000),
});

export type ReadStance = { ok: true; form: StanceForm } | { ok: false; form: StanceForm; errors: FormErrors };

export function readStance(fields: FormFields, faults: FormErrors): ReadStance {
  const form: StanceForm = {
    key: fields.one('key'),
    partner: fields.one('partner'),
    stance: fields.one('stance'),
    on: fields.one('on').trim(),
    interaction: fields.one('interaction'),
    note: fields.one('note').trim(),
  };
  const parsed = shape.safeParse(form);
  const errors: FormErrors = { ...faults };
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  return Object.keys(errors).length > 0 ? { ok: false, form, errors } : { ok: true, form };
}
