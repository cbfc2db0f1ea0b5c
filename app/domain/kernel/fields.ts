import { z } from 'zod';

/** The kinds of text a form takes, each refusing in words what it cannot keep as typed. */

/** The same limits in the form (as `maxLength`), in the parser and in imports. */
export const LIMITS = { line: 300, name: 200, prose: 20_000, notes: 200_000 } as const;

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNREADABLE = /[\0-\x08\v\f\x0e-\x1f\x7f\uFFFD]|\p{Surrogate}/u;
/** Marks that make a line read otherwise than it is stored. Joiners stay: Persian and Indic scripts need them. */
const DECEPTIVE = /[\u200B\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]/;

export const UNREADABLE_TEXT =
  'There is a character in this text that cannot be kept. Type it again, or paste it as plain text.';
export const DECEPTIVE_TEXT =
  'There is an invisible character in this text that would make it read differently. Type it again.';

/** One line: a name, a title, a summary. Spaces at the ends do not count. */
export function line(required: string | null, limit: number = LIMITS.line) {
  const text = z
    .string()
    .trim()
    .max(limit, `Use at most ${limit} characters.`)
    .refine((value) => !UNREADABLE.test(value), UNREADABLE_TEXT)
    .refine((value) => !DECEPTIVE.test(value), DECEPTIVE_TEXT)
    .refine((value) => !value.includes('\n'), 'Write this on one line.');
  return required === null ? text : text.min(1, required);
}

/** Several lines, kept exactly as typed. */
export function prose(limit: number = LIMITS.prose) {
  return z
    .string()
    .max(limit, `Use at most ${limit.toLocaleString('en')} characters, or split this into two records.`)
    .refine((value) => !UNREADABLE.test(value), UNREADABLE_TEXT);
}

const EARLIEST = '1945-01-01';
/** No date of ours lies beyond. */
export const LATEST = '2100-12-31';

/** True for a day of the calendar, 'YYYY-MM-DD': 31 February is none. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** A day between 1945 and 2100, 'YYYY-MM-DD'. */
export function day(required: string) {
  return z
    .string()
    .trim()
    .min(1, required)
    .refine(isCalendarDay, 'This is no date of the calendar. Write it as year-month-day, such as 2026-11-24.')
    .refine((value) => !isCalendarDay(value) || (value >= EARLIEST && value <= LATEST), {
      message: 'Choose a date between 1945 and 2100.',
    });
}

/** A day, or nothing. */
export function optionalDay() {
  return z.union([z.literal('').transform(() => null), day('')]);
}

/** A date as precise as it is known (2027, 2027-04, 2027-04-20), or nothing. */
export function partialDay() {
  return z
    .string()
    .trim()
    .refine((value) => value === '' || isPartialDay(value), {
      message: 'This is no date. Write a year, a month or a day: 2027, April 2027 or 20 April 2027.',
    })
    .refine((value) => !isPartialDay(value) || (value >= EARLIEST.slice(0, 4) && value <= LATEST), {
      message: 'Choose a date between 1945 and 2100.',
    })
    .transform((value) => (value === '' ? null : value));
}

function isPartialDay(text: string): boolean {
  return (
    /^\d{4}$/.test(text) || (/^\d{4}-\d{2}$/.test(text) ? isCalendarDay(`${text}-01`) : isCalendarDay(text))
  );
}

/** A whole number from `least` to `most`, or nothing. */
export function optionalCount(most = 100_000) {
  return z
    .string()
    .trim()
    .refine((value) => value === '' || (/^\d{1,9}$/.test(value) && Number(value) <= most), {
      message: `Write a whole number from 0 to ${most.toLocaleString('en')}, or leave this empty.`,
    })
    .transform((value) => (value === '' ? null : Number(value)));
}

/** Adds days to a calendar day. */
export function addDays(from: string, days: number): string {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
