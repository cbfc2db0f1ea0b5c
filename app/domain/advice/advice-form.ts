import { z } from 'zod';
import { day, LIMITS, prose } from '../kernel/fields.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';

/** What the form of advice holds. Recipients are tokens (`organisation:<ref>`, `person:<ref>`), the rest codes and refs. */
export interface AdviceForm {
  /** Names this opening of the form: the same one posted twice makes one piece of advice. */
  key: string;
  /** Version that was edited; '' for new advice. */
  version: string;
  text: string;
  topic: string;
  on: string;
  recipients: string[];
  instrument: string;
  /** `OPCAT/18` */
  provision: string;
  workAreas: string[];
  countries: string[];
  objective: string;
  /** The meeting in which it was given; '' where it stands alone. */
  interaction: string;
}

export const ADVICE_LISTS = ['recipients', 'workAreas', 'countries'] as const;
export const ADVICE_LIMITS = { text: LIMITS.prose, passage: LIMITS.notes, base: 100_000 } as const;

const shape = z.object({
  key: z.string().regex(/^[\w-]{8,64}$/, 'Open this page again: the form is not whole.'),
  version: z.string().regex(/^\d{0,9}$/),
  text: prose().refine((text) => text.trim() !== '', 'Write what was advised.'),
  topic: z.string().min(1, 'Choose the kind of advice.'),
  on: day('Enter the day on which the advice was given.'),
  recipients: z.array(z.string()),
  instrument: z.string(),
  provision: z.string(),
  workAreas: z.array(z.string()).min(1, 'Choose at least one work area.'),
  countries: z.array(z.string()),
  objective: z.string(),
  interaction: z.string(),
});

export type ReadAdvice = { ok: true; form: AdviceForm } | { ok: false; form: AdviceForm; errors: FormErrors };

/** Reads the posted form: what was typed either way, and the errors by field. */
export function readAdvice(fields: FormFields, faults: FormErrors): ReadAdvice {
  const form: AdviceForm = {
    key: fields.one('key'),
    version: fields.one('version'),
    text: fields.one('text').trim(),
    topic: fields.one('topic'),
    on: fields.one('on').trim(),
    recipients: fields.many('recipients').map(withoutPosition),
    instrument: fields.one('instrument'),
    provision: fields.one('provision'),
    workAreas: fields.many('workAreas'),
    countries: fields.many('countries'),
    objective: fields.one('objective'),
    interaction: fields.one('interaction'),
  };
  const parsed = shape.safeParse(form);
  const errors: FormErrors = { ...faults };
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  if (fields.one('recipients.query').trim() !== '')
    errors['recipients'] ??=
      `“${fields.one('recipients.query').trim()}” is not picked yet. Find it, or take it out.`;
  return Object.keys(errors).length > 0 ? { ok: false, form, errors } : { ok: true, form };
}

/** Advice is given to a person, whatever post they hold: `person:<ref>:<position>` loses its last part. */
function withoutPosition(token: string): string {
  return token.split(':').slice(0, 2).join(':');
}
