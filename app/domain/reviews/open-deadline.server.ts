import { findDeadline } from '#db/queries/review-deadlines.ts';
import { listStaff } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { termChoices } from '../reference/filters.server.ts';
import { countryLabel, readingOf } from '../reference/labels.server.ts';
import type { DeadlineValues } from './deadline-form.ts';
import { findAnyDeadline } from './find-open-deadline.server.ts';
import { deadlineState } from './plan-deadlines.ts';

/** The form of one deadline. Throws NotFound, Forbidden, Conflict. */
export async function openDeadline(context: Context, ref: string) {
  const row = await findAnyDeadline(context, ref);
  const reading = readingOf(context);
  const values: DeadlineValues = {
    kind: context.reference.termById(row.kind_id).code,
    title: row.title,
    due: row.due_on,
    assignee: row.assignee_ref ?? '',
  };
  return {
    ref,
    version: row.version,
    values,
    state: deadlineState({ dueOn: row.due_on, doneOn: row.done_on }, reading.today),
    doneOn: row.done_on,
    byRule: row.days_before !== null,
    takenOut: row.archived_at !== null,
    review: { ref: row.review_ref, title: row.review_title, country: countryLabel(context, row.country_id) },
    choices: {
      kinds: termChoices(context, 'deadline_kind'),
      staff: (await listStaff(context.db)).map((one) => ({ value: one.ref, label: one.name })),
    },
    reading,
  };
}

export type DeadlineView = Awaited<ReturnType<typeof openDeadline>>;

/** Where a deadline stands: the path of its place on the page of its review. Throws NotFound. */
export async function placeOfDeadline({ db }: Context, ref: string): Promise<string> {
  const row = isRef(ref) ? await findDeadline(db, ref) : undefined;
  if (!row) throw new NotFound();
  return `/reviews/${row.review_ref}#deadlines`;
}
