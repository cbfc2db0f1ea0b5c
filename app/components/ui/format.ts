/** Whose eyes read: language of the page, IANA time zone, and the day it is there (YYYY-MM-DD). */
export interface Reading {
  language: string;
  zone: string;
  today: string;
}

export type Tone = 'late' | 'soon' | 'good' | 'plain';

const DAY = 86_400_000;
const made = new Map<string, unknown>();

/** Intl objects are dear to make (about 50 µs) and cheap to use: one of each kind a language. */
function once<T>(key: string, make: () => T): T {
  let found = made.get(key) as T | undefined;
  if (found === undefined) {
    found = make();
    made.set(key, found);
  }
  return found;
}

/** English here is the organisation's: day before month. */
function locale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

function dates(language: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`date ${name} ${language} ${options.timeZone ?? ''}`, () => {
    return new Intl.DateTimeFormat(locale(language), { timeZone: 'UTC', ...options });
  });
}

const days = new Map<string, string>();

/** A page says the same days again and again, and Intl takes 3 µs for each. */
function sayDay(on: string, language: string, name: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${name} ${language} ${on}`;
  let said = days.get(key);
  if (said === undefined) {
    said = dates(language, name, options).format(noon(on));
    if (days.size >= 5000) days.clear();
    days.set(key, said);
  }
  return said;
}

function noon(on: string): Date {
  return new Date(`${on}T12:00:00Z`);
}

/**
 * A fact date with the precision its source has: '2009' stays 2009, '2009-03' becomes Mar 2009,
 * '2009-03-31' becomes 31 Mar 2009. Nothing known is said so, never left blank.
 */
export function formatDate(on: string | null | undefined, { language }: Reading): string {
  if (!on) return 'unknown';
  if (on.length <= 4) return on;
  if (on.length <= 7) {
    return sayDay(`${on}-01`, language, 'month', { month: 'short', year: 'numeric' });
  }
  return sayDay(on, language, 'day', { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A day for lists: 24 Nov, with the year where it is not the reader's own. */
export function formatShortDate(on: string, reading: Reading): string {
  if (on.length < 10 || on.slice(0, 4) !== reading.today.slice(0, 4)) return formatDate(on, reading);
  return sayDay(on, reading.language, 'short', { day: 'numeric', month: 'short' });
}

/** A day as a heading: Tuesday 24 November. */
export function formatLongDate(on: string, { language, today }: Reading): string {
  const year = on.slice(0, 4) === today.slice(0, 4) ? undefined : ('numeric' as const);
  return dates(language, year ? 'long-year' : 'long', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year,
  }).format(noon(on));
}

/** A month as a heading: November 2026. */
export function formatMonth(month: string, { language }: Reading): string {
  return dates(language, 'long-month', { month: 'long', year: 'numeric' }).format(noon(`${month}-01`));
}

/** The name of the day of the week: Tue, or Tuesday. */
export function formatWeekday(on: string, { language }: Reading, width: 'short' | 'long' = 'short'): string {
  return dates(language, `weekday ${width}`, { weekday: width }).format(noon(on));
}

/** The clock of the reader: 11:42. Takes a UTC instant in ISO text. */
export function formatTime(at: string, { language, zone }: Reading): string {
  return dates(language, 'time', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(at));
}

/** Day and clock of the reader: 24 Nov 2026, 11:42. */
export function formatInstant(at: string, { language, zone }: Reading): string {
  return dates(language, 'instant', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(new Date(at));
}

/** Whole days from today to the day given; negative when it is past. */
export function daysFromToday(on: string, { today }: Reading): number {
  return Math.round((noon(on).getTime() - noon(today).getTime()) / DAY);
}

/** How far a day is: today, yesterday, tomorrow, in 3 days, 9 days ago. */
export function formatRelativeDay(on: string, reading: Reading): string {
  return once(
    `relative ${reading.language}`,
    () => new Intl.RelativeTimeFormat(locale(reading.language), { numeric: 'auto' }),
  ).format(daysFromToday(on, reading), 'day');
}

/** What a due date means to its owner, in words and a tone; a week or more ahead it is just the date. */
export function lateness(on: string, reading: Reading): { words: string; tone: Tone } {
  const days = daysFromToday(on, reading);
  if (days < -1)
    return {
      words: pluralise(-days, { one: '{n} day late', other: '{n} days late' }, reading),
      tone: 'late',
    };
  if (days === -1) return { words: formatRelativeDay(on, reading), tone: 'late' };
  if (days <= 1) return { words: formatRelativeDay(on, reading), tone: 'soon' };
  if (days < 7) return { words: formatRelativeDay(on, reading), tone: 'plain' };
  return { words: formatShortDate(on, reading), tone: 'plain' };
}

/** Time since something happened, without "ago": today, 1 day, 231 days. */
export function formatDaysSince(on: string, reading: Reading): string {
  const days = -daysFromToday(on, reading);
  if (days <= 0) return formatRelativeDay(on, reading);
  return once(
    `days ${reading.language}`,
    () =>
      new Intl.NumberFormat(locale(reading.language), { style: 'unit', unit: 'day', unitDisplay: 'long' }),
  ).format(days);
}

export function formatNumber(value: number, { language }: Reading): string {
  return once(`number ${language}`, () => new Intl.NumberFormat(locale(language))).format(value);
}

/** A, B and C. */
export function formatList(items: readonly string[], { language }: Reading): string {
  return once(`list ${language}`, () => new Intl.ListFormat(locale(language))).format(items);
}

/** Picks the sentence a number asks for and puts the number in at {n}. */
export function pluralise(
  n: number,
  sentences: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
  reading: Reading,
): string {
  const rule = once(
    `plural ${reading.language}`,
    () => new Intl.PluralRules(locale(reading.language)),
  ).select(n);
  return (sentences[rule] ?? sentences.other).replace('{n}', formatNumber(n, reading));
}
