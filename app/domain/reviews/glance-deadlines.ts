import type { DeadlineRow } from '#db/queries/review-deadlines.ts';
import { deadlineState, movedTo, type DeadlineState } from './plan-deadlines.ts';

/** A deadline of ours on the page of its review. */
export interface DeadlineGlance {
  ref: string;
  title: string;
  dueOn: string;
  doneOn: string | null;
  assignee: string | null;
  state: DeadlineState;
  /** Set by a planning rule rather than by hand. */
  byRule: boolean;
  /** Where it falls now that the review has another date; null where it stays. */
  movesTo: string | null;
}

export function glanceDeadlines(
  rows: readonly DeadlineRow[],
  startsOn: string | null,
  today: string,
): DeadlineGlance[] {
  return rows.map((row) => {
    const planned = { daysBefore: row.days_before, dueOn: row.due_on, doneOn: row.done_on };
    return {
      ref: row.ref,
      title: row.title,
      dueOn: row.due_on,
      doneOn: row.done_on,
      assignee: row.assignee_name,
      state: deadlineState(planned, today),
      byRule: row.days_before !== null,
      movesTo: movedTo(startsOn, planned),
    };
  });
}
