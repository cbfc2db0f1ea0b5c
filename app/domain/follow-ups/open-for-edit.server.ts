import { listPromiseLinks } from '#db/queries/interaction-reads.ts';
import { findInteractionOf } from '#db/queries/interaction-places.ts';
import type { Context } from '../kernel/context.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { readingOf } from '../reference/labels.server.ts';
import { assigneesOf } from './list-assignees.server.ts';
import { finishOf } from './complete-follow-up.server.ts';
import { findOpen } from './find-changeable.server.ts';
import { followUpChoices } from './follow-up-choices.server.ts';
import type { FollowUpForm } from './follow-up-form.ts';
import { recordFollowUpOpening } from './record-opening.server.ts';

/** An open follow-up as its form shows it, with the version it was read at. Opening a restricted one is recorded. */
export async function openFollowUpForEdit(context: Context, ref: string) {
  const { db, actor, keys, reference } = context;
  const row = await findOpen(context, ref);
  await recordFollowUpOpening(context, row);
  const links = (await listPromiseLinks(db, 'follow_up', [row.id])).get(row.id);
  const origin =
    row.interaction_id === null ? undefined : await findInteractionOf(db, actor, row.interaction_id);
  const form: FollowUpForm = {
    // the version does here what a key does for a new one
    key: `edit-${ref}`,
    title: readText(keys, row.level, `follow_up|title|${ref}`, row.title),
    assignee: (await finishOf(context, row)).assigneeRef,
    due: row.due_on,
    priority: row.priority,
    recurrence: row.recurrence ?? '',
    recursUntil: row.recurs_until ?? '',
    workAreas: (links?.workAreas ?? []).map((id) => reference.termById(id).code),
    countries: (links?.countries ?? []).map((id) => reference.countryById(id).iso3),
    interaction: origin?.ref ?? '',
  };
  return {
    form,
    version: row.version,
    origin: origin
      ? { ref: origin.ref, on: origin.occurred_on, summary: origin.level === 3 ? '' : origin.summary }
      : null,
    choices: followUpChoices(context, await assigneesOf(context, row)),
    reading: readingOf(context),
  };
}
