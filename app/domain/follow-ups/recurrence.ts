import type { Recurrence } from '#db/schema/promises.ts';

export const RECURRENCES = [
  'weekly',
  'monthly',
  'quarterly',
  'yearly',
] as const satisfies readonly Recurrence[];

/** How something comes back: the day it counts from, and the last day on which it may fall due (null: for ever). */
export interface Rhythm {
  recurrence: Recurrence;
  from: string;
  until: string | null;
}

const MONTHS = { monthly: 1, quarterly: 3, yearly: 12 } as const;
const DAY = 86_400_000;
const LAST_YEAR = 9999;

/**
 * The first day after `due` on which a rhythm falls; null where it has ended. Counted from the first day and not from
 * the one before: the 31st becomes the last of a short month and is the 31st again in the next.
 */
export function nextDue({ recurrence, from, until }: Rhythm, due: string): string | null {
  const next = recurrence === 'weekly' ? nextWeek(from, due) : nextMonth(MONTHS[recurrence], from, due);
  return next === null || (until !== null && next > until) ? null : next;
}

function nextWeek(from: string, due: string): string | null {
  const start = Date.parse(`${from}T00:00:00Z`);
  const weeks = Math.floor((Date.parse(`${due}T00:00:00Z`) - start) / (7 * DAY)) + 1;
  const next = new Date(start + weeks * 7 * DAY);
  return next.getUTCFullYear() > LAST_YEAR ? null : next.toISOString().slice(0, 10);
}

function nextMonth(step: number, from: string, due: string): string | null {
  const first = monthOf(from);
  let turns = Math.floor((monthOf(due) - first) / step);
  let next = dayOfMonth(first + turns * step, from);
  while (next <= due) {
    turns += 1;
    if (first + turns * step >= (LAST_YEAR + 1) * 12) return null;
    next = dayOfMonth(first + turns * step, from);
  }
  return next;
}

/** Months since the year nought. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The day of `from` in another month, or the last of that month where it is shorter. */
function dayOfMonth(month: number, from: string): string {
  const [year, place] = [Math.floor(month / 12), month % 12];
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(year, place + 1, 0);
  const date = Math.min(Number(from.slice(8)), last.getUTCDate());
  return [
    String(year).padStart(4, '0'),
    String(place + 1).padStart(2, '0'),
    String(date).padStart(2, '0'),
  ].join('-');
}
