import { z } from 'zod';
import { line, partialDay, prose } from '../kernel/fields.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';
import { spokenDay } from '../kernel/spoken-day.ts';
import { lastDayOf, firstDayOf } from './review-dates.ts';

export const REVIEW_STATES = ['expected', 'held', 'cancelled'] as const;

/** What the form of a review holds. Codes and refs; '' for nothing. Dates are as precise as they are known. */
export interface ReviewValues {
  country: string;
  body: string;
  instrument: string;
  title: string;
  starts: string;
  ends: string;
  state: string;
  source: string;
  asOf: string;
  notes: string;
  owner: string;
}

const shape = z
  .object({
    country: z.string().min(1, 'Choose the State under review.'),
    body: z.string().min(1, 'Choose the body that reviews it.'),
    instrument: z.string(),
    title: line(null),
    starts: partialDay(),
    ends: partialDay(),
    state: z.enum(REVIEW_STATES, 'Choose a state of the list.'),
    source: line(null),
    asOf: partialDay(),
    notes: prose(),
    owner: z.string(),
  })
  .superRefine((form, check) => {
    const refuse = (field: string, message: string) =>
      check.addIssue({ code: 'custom', path: [field], message });
    if (form.ends && !form.starts) refuse('starts', 'Say when it begins, or take out when it ends.');
    if (form.ends && form.starts && lastDayOf(form.ends) < firstDayOf(form.starts)) {
      refuse('ends', 'This is before it begins.');
    }
    if (form.source === '' && form.asOf !== null) refuse('source', 'Say what the source is.');
  });

export type ReviewInput = z.output<typeof shape>;

export type ReadReview =
  | { ok: true; values: ReviewValues; input: ReviewInput }
  | { ok: false; values: ReviewValues; errors: FormErrors };

/** The values of a posted form, as they were typed. */
export function reviewValuesOf(fields: FormFields): ReviewValues {
  const one = (name: string) => fields.one(name).trim();
  return {
    country: one('country'),
    body: one('body'),
    instrument: one('instrument'),
    title: one('title'),
    starts: spokenDay(one('starts')),
    ends: spokenDay(one('ends')),
    state: one('state') || 'expected',
    source: one('source'),
    asOf: spokenDay(one('asOf')),
    notes: fields.one('notes'),
    owner: one('owner'),
  };
}

/** Checks the values of the form: the input, or the errors by field. */
export function readReview(values: ReviewValues, faults: FormErrors = {}): ReadReview {
  const parsed = shape.safeParse(values);
  const errors: FormErrors = { ...faults };
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, values, errors };
  return { ok: true, values, input: parsed.data };
}
