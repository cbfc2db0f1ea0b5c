import { z } from 'zod';

// What a cell of reference data may hold. An empty cell means unknown, and is kept as null.

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F]/;

export const plain = z
  .string()
  .refine((text) => !CONTROL.test(text), 'holds a control character')
  .refine((text) => text === text.trim(), 'has a space at its beginning or end');

export const text = plain.min(1, 'is empty');
export const optionalText = plain.transform((value) => value || null);

export const optional = <T extends z.ZodType<unknown, string>>(cell: T) =>
  z
    .literal('')
    .transform(() => null)
    .or(cell);

export const matching = (pattern: RegExp, reason: string) => plain.regex(pattern, reason);

export const code = matching(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, 'is not a code');
export const iso3 = matching(/^[A-Z]{3}$/, 'is not an ISO alpha-3 code');
export const wholeNumber = matching(/^\d{1,4}$/, 'is not a whole number').transform(Number);

/** A year, a month or a day, as precise as the source: `2009`, `2009-03`, `2009-03-31`. */
export const factDate = plain.refine(isFactDate, 'is not a date such as 2009, 2009-03 or 2009-03-31');

export const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, { error: `must be one of: ${values.map((value) => value || '(empty)').join(', ')}` });

export const confidence = oneOf('sourced', 'inferred', 'recalled');
export const yesNo = oneOf('yes', 'no');

function isFactDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
