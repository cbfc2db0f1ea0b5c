import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import { changeDeadline } from './change-deadline.server.ts';
import type { DeadlineValues } from './deadline-form.ts';
import { findOpenDeadline } from './find-open-deadline.server.ts';
import { resolveDeadlines } from './resolve-deadline.server.ts';

export type EditDeadlineOutcome =
  | { outcome: 'saved'; reviewRef: string }
  | { outcome: 'refused'; errors: FormErrors }
  /** A colleague changed it since the form was opened. */
  | { outcome: 'stale' };

/**
 * Changes what is due, when and for whom. A day chosen by hand no longer moves with the review. Throws NotFound,
 * Forbidden, Conflict.
 */
export async function editDeadline(
  context: Context,
  ref: string,
  edit: { version: number; values: DeadlineValues },
): Promise<EditDeadlineOutcome> {
  const row = await findOpenDeadline(context, ref);
  if (row.version !== edit.version) return { outcome: 'stale' };
  const resolved = await resolveDeadlines(context, [edit.values]);
  if ('errors' in resolved) return { outcome: 'refused', errors: resolved.errors };
  const [facts] = resolved.facts;
  if (!facts) return { outcome: 'saved', reviewRef: row.review_ref };
  const said = (one: { kind_id: number; due_on: string }, assignee: string | null) => ({
    kind: context.reference.termById(one.kind_id).code,
    due: one.due_on,
    assignee,
  });
  const changes = changesBetween(said(row, row.assignee_ref), said(facts, edit.values.assignee || null));
  if (Object.keys(changes).length === 0 && facts.title === row.title) {
    return { outcome: 'saved', reviewRef: row.review_ref };
  }
  const change = { ...facts, days_before: facts.due_on === row.due_on ? row.days_before : null };
  await commit(context, (work) => changeDeadline(work, row, 'deadline.edited', change, changes));
  return { outcome: 'saved', reviewRef: row.review_ref };
}
