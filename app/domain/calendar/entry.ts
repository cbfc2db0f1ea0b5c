import type { Level } from '#db/levels.ts';

/** What stands in a calendar, in the order in which a day without hours tells it. */
export const CALENDAR_NOUNS = [
  'interaction',
  'review',
  'deadline',
  'follow_up',
  'commitment',
  'objective',
] as const;

export type CalendarNoun = (typeof CALENDAR_NOUNS)[number];

/** The words of the address for them (`kind=reviews`). */
export const KINDS = {
  meetings: 'interaction',
  reviews: 'review',
  deadlines: 'deadline',
  'follow-ups': 'follow_up',
  commitments: 'commitment',
  targets: 'objective',
} as const satisfies Record<string, CalendarNoun>;

/** One dated thing. */
export interface CalendarEntry {
  noun: CalendarNoun;
  ref: string;
  /** The record that has a page, where this one has none: the meeting of a promise, the review of a deadline. */
  parent: string | null;
  /** A day; `2027-03` or `2027` where nothing more is known. */
  on: string;
  /** The day on which it was due before somebody put it off to `on`. */
  putOffFrom: string | null;
  /** The last day, included. */
  until: string | null;
  /** `14:30`, in `zone`. */
  time: string | null;
  zone: string | null;
  /** The kind of interaction in the reader's language; '' for the others. */
  kind: string;
  /** '' where the record is sealed: reading its words is recorded. */
  title: string;
  place: string | null;
  /** Who is to do it. */
  who: string | null;
  side: 'ours' | 'theirs' | null;
  state: 'planned' | 'held' | 'cancelled' | 'expected' | 'open';
  level: Level;
  version: number;
  updatedAt: string;
}

/** True for what somebody still has to do, and can be late with. */
export function isDue(entry: Pick<CalendarEntry, 'noun'>): boolean {
  return entry.noun !== 'interaction' && entry.noun !== 'review';
}

/** Days that run on first, then by the hour, then the rest in the order of the nouns. */
export function compareEntries(a: CalendarEntry, b: CalendarEntry): number {
  return (
    Number(b.until !== null) - Number(a.until !== null) ||
    compareTexts(a.time ?? '~', b.time ?? '~') ||
    CALENDAR_NOUNS.indexOf(a.noun) - CALENDAR_NOUNS.indexOf(b.noun) ||
    compareTexts(a.ref, b.ref)
  );
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
