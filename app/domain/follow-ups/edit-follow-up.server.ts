import { listPromiseLinks } from '#db/queries/interaction-reads.ts';
import type { FollowUpRecord } from '#db/queries/promise-reads.ts';
import { replaceFollowUpLinks, updateFollowUp } from '#db/queries/promise-writes.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { readText, storedText } from '../kernel/sealed-text.server.ts';
import { tellReassigned } from '../notifications/tell-reassigned.ts';
import { assigneesOf } from './list-assignees.server.ts';
import { CHANGED_MEANWHILE, findOpen, recordFollowUp } from './find-changeable.server.ts';
import { finishOf } from './complete-follow-up.server.ts';
import { judgeFollowUp, type FollowUpForm } from './follow-up-form.ts';
import { resolveLinks } from './resolve-links.ts';

export type EditOutcome =
  { outcome: 'saved' } | { outcome: 'stale' } | { outcome: 'refused'; errors: FormErrors };

/**
 * Changes what a follow-up says. `version` is the one that the form was opened on: where somebody saved another since,
 * nothing is written (`stale`) and the page shows both. Another day due is where its rhythm counts from then on.
 */
export async function editFollowUp(
  context: Context,
  ref: string,
  form: FollowUpForm,
  version: number,
): Promise<EditOutcome> {
  const { reference, keys, now } = context;
  const row = await findOpen(context, ref);
  if (row.version !== version) return { outcome: 'stale' };
  const judged = judgeFollowUp(form);
  const errors: FormErrors = judged.ok ? {} : { ...judged.errors };
  const links = resolveLinks(reference, form, errors);
  const assignee = (await assigneesOf(context, row)).find((one) => one.ref === form.assignee);
  if (!assignee) errors['assignee'] ??= 'Choose a colleague from the list: one who may read this.';
  if (!judged.ok || !links || !assignee || Object.keys(errors).length > 0)
    return { outcome: 'refused', errors };
  const { title, due, priority, recurrence, recursUntil } = judged.input;
  const anew = due !== row.due_on || recurrence !== row.recurrence || row.recurs_from === null;
  const before = await told(context, row);
  const after = {
    title,
    assignee: assignee.ref,
    due,
    priority,
    repeats: recurrence,
    repeats_until: recursUntil,
    work_areas: [...form.workAreas].sort(),
    countries: [...form.countries].sort(),
  };
  const changes = changesBetween(before, after);
  if (Object.keys(changes).length === 0) return { outcome: 'saved' };
  await commit(context, async (work) => {
    const saved = await updateFollowUp(work.trx, row.id, row.version, {
      title: storedText(keys, row.level, `follow_up|title|${ref}`, title),
      assignee_id: assignee.id,
      due_on: due,
      priority,
      recurrence,
      recurs_from: recurrence === null ? null : anew ? due : row.recurs_from,
      recurs_until: recursUntil,
      ...(assignee.id === row.assignee_id ? {} : { snoozed_until: null }),
      updated_at: now.toISOString(),
    });
    if (!saved) throw new Conflict(CHANGED_MEANWHILE);
    await replaceFollowUpLinks(work.trx, row.id, { meaning: row.meaning, due_on: due }, links);
    recordFollowUp(work, row, 'follow-up.edited', {
      ...changes,
      ...(assignee.id !== row.assignee_id && row.snoozed_until !== null
        ? { snoozed_until: [row.snoozed_until, null] as [unknown, unknown] }
        : {}),
    });
    tellReassigned(work, row, assignee.id);
  });
  return { outcome: 'saved' };
}

/** A follow-up in the words of its audit. */
async function told(context: Context, row: FollowUpRecord) {
  const { reference, db, keys } = context;
  const links = (await listPromiseLinks(db, 'follow_up', [row.id])).get(row.id);
  return {
    title: readText(keys, row.level, `follow_up|title|${row.ref}`, row.title),
    assignee: (await finishOf(context, row)).assigneeRef,
    due: row.due_on,
    priority: row.priority,
    repeats: row.recurrence,
    repeats_until: row.recurs_until,
    work_areas: (links?.workAreas ?? []).map((id) => reference.termById(id).code).sort(),
    countries: (links?.countries ?? []).map((id) => reference.countryById(id).iso3).sort(),
  };
}
