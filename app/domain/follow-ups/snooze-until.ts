import { addDays, isCalendarDay, LATEST } from '../kernel/fields.ts';

/** Until when something is put off: `tomorrow`, `next-week` (Monday), or a day. Undefined where it is none of these. */
export function readSnooze(word: string, today: string): string | undefined {
  if (word === 'tomorrow') return addDays(today, 1);
  if (word === 'next-week') return addDays(today, 8 - weekdayOf(today));
  return isCalendarDay(word) && word > today && word <= LATEST ? word : undefined;
}

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** True where it does not count as due on this day of the reader's. */
export const isSnoozed = (until: string | null, today: string): boolean => until !== null && until > today;
