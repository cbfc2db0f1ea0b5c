import type { CalendarEntry, CalendarNoun } from '#app/domain/calendar/entry.ts';
import { isDue } from '#app/domain/calendar/entry.ts';
import { clockIn, instantOf } from '#app/domain/calendar/zoned-time.ts';
import { pathTo } from '#app/paths.ts';
import { recordTitle } from '../timeline/record-words.ts';
import { formatDate, formatMonth, formatShortDate, type Reading } from '../ui/format.ts';

const NOUN_WORDS: Record<CalendarNoun, string> = {
  interaction: 'Interaction',
  review: 'Review',
  deadline: 'Deadline',
  follow_up: 'Follow-up',
  commitment: 'Promise',
  objective: 'Target',
};

/** "Meeting", "Follow-up", "Our promise": what an entry is, in a word or two. */
export function kindWord({ noun, kind, side }: CalendarEntry): string {
  if (noun === 'interaction') return kind;
  if (noun === 'commitment') return side === 'ours' ? 'Our promise' : 'Their promise';
  return NOUN_WORDS[noun];
}

const STATE_WORDS: Partial<Record<CalendarEntry['state'], string>> = {
  planned: 'Planned',
  cancelled: 'Cancelled',
  expected: 'Expected',
};

/** How certain it is, where that needs a word; what was held, and what is simply due, needs none. */
export function stateWord({ state }: CalendarEntry): string | undefined {
  return STATE_WORDS[state];
}

export function entryTitle(entry: CalendarEntry): string {
  return recordTitle(entry, entry.title);
}

/** The page of an entry, or of the record that tells of it. */
export function entryHref({ noun, ref }: CalendarEntry): string | undefined {
  if (noun === 'interaction') return pathTo.interaction(ref);
  if (noun === 'follow_up') return pathTo.followUp(ref);
  if (noun === 'commitment') return pathTo.commitment(ref);
  if (noun === 'review') return pathTo.review(ref);
  if (noun === 'deadline') return pathTo.deadline(ref);
  if (noun === 'objective') return pathTo.objective(ref);
  return undefined;
}

const EVENTS: Record<CalendarNoun, (ref: string) => string> = {
  interaction: pathTo.interactionEvent,
  review: pathTo.reviewEvent,
  deadline: pathTo.deadlineEvent,
  follow_up: pathTo.followUpEvent,
  commitment: pathTo.commitmentEvent,
  objective: pathTo.objectiveEvent,
};

/** The file of one entry for the reader's own calendar; what is more closely held has none. */
export function eventHref({ noun, ref, level }: CalendarEntry): string | undefined {
  return level === 'internal' || level === 'confidential' ? EVENTS[noun](ref) : undefined;
}

/** The hour where it takes place, and the reader's own where their clocks differ. */
export function hourWords({ on, time, zone }: CalendarEntry, reading: Reading): string {
  if (time === null) return '';
  if (zone === null || zone === reading.zone) return time;
  const yours = clockIn(instantOf(on, time, zone), reading.zone);
  if (yours.on !== on) return `${time}, for you ${yours.time} on ${formatShortDate(yours.on, reading)}`;
  return yours.time === time ? time : `${time}, for you ${yours.time}`;
}

/** "until 27 Nov" on its first day, "day 2 of 5" on those that follow. */
export function daysWords({ on, until }: CalendarEntry, day: string, reading: Reading): string {
  if (until === null) return '';
  if (day <= on) return `until ${formatShortDate(until, reading)}`;
  return `day ${daysBetween(on, day) + 1} of ${daysBetween(on, until) + 1}`;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00Z`) - Date.parse(`${from}T12:00Z`)) / 86_400_000);

/** "put off, was due 20 Nov": why it does not stand on its own day; '' where it does. */
export function putOffWords({ putOffFrom }: CalendarEntry, reading: Reading): string {
  return putOffFrom === null ? '' : `put off, was due ${formatShortDate(putOffFrom, reading)}`;
}

/** A date without a day: "some time in March 2027". */
export function undatedWords(on: string, reading: Reading): string {
  return `some time in ${on.length === 7 ? formatMonth(on, reading) : formatDate(on, reading)}`;
}

export function isLate(entry: CalendarEntry, { today }: Reading): boolean {
  return isDue(entry) && entry.on.length === 10 && entry.on < today;
}
