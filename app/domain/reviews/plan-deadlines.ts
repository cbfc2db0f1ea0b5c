import { addDays } from '../kernel/fields.ts';
import { firstDayOf } from './review-dates.ts';

// Our own planning, counted back from the first day on which a review may begin.

export interface Rule {
  kindId: number;
  /** After the first day where negative. */
  daysBefore: number;
  note: string;
}

export interface Planned extends Rule {
  dueOn: string;
  /** The day on which one of this kind is due already; it is kept as it is. */
  keptOn: string | null;
}

export function dueBefore(startsOn: string, daysBefore: number): string {
  return addDays(firstDayOf(startsOn), -daysBefore);
}

/** What the rules set for a review that begins on `startsOn`, the first due first. */
export function planBack(
  startsOn: string,
  rules: readonly Rule[],
  existing: readonly { kindId: number; dueOn: string }[],
): Planned[] {
  return rules
    .map((rule) => ({
      ...rule,
      dueOn: dueBefore(startsOn, rule.daysBefore),
      keptOn: existing.find((one) => one.kindId === rule.kindId)?.dueOn ?? null,
    }))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}

export interface PlannedBack {
  daysBefore: number | null;
  dueOn: string;
  doneOn: string | null;
}

/** Where a deadline falls now that the review begins on `startsOn`; null for one that stays where it is. */
export function movedTo(startsOn: string | null, deadline: PlannedBack): string | null {
  if (startsOn === null || deadline.doneOn !== null || deadline.daysBefore === null) return null;
  const due = dueBefore(startsOn, deadline.daysBefore);
  return due === deadline.dueOn ? null : due;
}

export type DeadlineState = 'done' | 'late' | 'today' | 'ahead';

export function deadlineState(
  deadline: { dueOn: string; doneOn: string | null },
  today: string,
): DeadlineState {
  if (deadline.doneOn !== null) return 'done';
  if (deadline.dueOn < today) return 'late';
  return deadline.dueOn === today ? 'today' : 'ahead';
}
