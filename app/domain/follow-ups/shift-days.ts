import { addDays, LATEST } from '../kernel/fields.ts';

/** The most that one act moves; the page says so where there are more. */
export const MOST_MOVED = 100;
/** About ten years either way. */
const FARTHEST = 3660;
const EARLIEST = '1945-01-01';

/** A whole number of days as typed; undefined where it is none. */
export function readDays(text: string): number | undefined {
  const typed = text.trim().replace('−', '-');
  return /^[+-]?\d{1,5}$/.test(typed) ? Number(typed) : undefined;
}

/** Why dates cannot be moved by so many days, in words; undefined where they can. */
export function daysFault(days: number | undefined, dues: readonly string[]): string | undefined {
  if (days === undefined || days === 0 || !Number.isInteger(days) || Math.abs(days) > FARTHEST) {
    return `Write by how many days to move them, such as 7 or -7: at most ${FARTHEST}.`;
  }
  const moved = dues.map((due) => addDays(due, days));
  if (moved.some((day) => day.length !== 10 || day > LATEST || day < EARLIEST)) {
    return 'That would move one of them out of the calendar: dates lie between 1945 and 2100.';
  }
  return undefined;
}
