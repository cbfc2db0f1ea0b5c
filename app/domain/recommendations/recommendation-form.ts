import { z } from 'zod';
import { line, optionalDay, prose } from '../kernel/fields.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';
import { RESPONSES } from './responses.ts';

/** What the form of a recommendation holds. Codes; '' for nothing. */
export interface RecommendationValues {
  number: string;
  text: string;
  /** ISO code or name of the State that recommends it. */
  by: string;
  workAreas: string[];
  /** `OPCAT`, or with a provision `OPCAT/17`. */
  instrument: string;
  response: string;
  responseOn: string;
}

export const LONGEST_TEXT = 4_000;

const shape = z.object({
  number: line(null, 30),
  text: prose(LONGEST_TEXT).refine((value) => value.trim() !== '', 'Write what is recommended.'),
  by: line(null, 120),
  workAreas: z.array(z.string()).min(1, 'Choose at least one work area.'),
  instrument: z.string(),
  response: z.enum(RESPONSES, 'Choose an answer of the list.'),
  responseOn: optionalDay(),
});

export type RecommendationInput = z.output<typeof shape>;

/** The values of a posted form, or of one row of it (`row.3`). */
export function recommendationValuesOf(fields: FormFields, row = ''): RecommendationValues {
  const name = (field: string) => (row === '' ? field : `${row}.${field}`);
  const one = (field: string) => fields.one(name(field)).trim();
  return {
    number: one('number'),
    text: one('text'),
    by: one('by'),
    workAreas: fields.many(name('workAreas')),
    instrument: one('instrument'),
    response: one('response') || 'pending',
    responseOn: one('responseOn'),
  };
}

/** Checks the values of one recommendation: the input, or the errors by field. */
export function readRecommendation(
  values: RecommendationValues,
): { ok: true; input: RecommendationInput } | { ok: false; errors: FormErrors } {
  const parsed = shape.safeParse(values);
  const errors: FormErrors = {};
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  if (parsed.success && values.response === 'pending' && values.responseOn !== '') {
    errors['responseOn'] = 'Say what the State answered that day, or take out the date.';
  }
  return parsed.success && Object.keys(errors).length === 0
    ? { ok: true, input: parsed.data }
    : { ok: false, errors };
}
