import { levelName } from '#db/levels.ts';
import { listHistory } from '#db/queries/audit.ts';
import { findInteractionOf } from '#db/queries/interaction-places.ts';
import { listPromiseLinks } from '#db/queries/interaction-reads.ts';
import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import { tellHistory } from '../interactions/read-history.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { addDays } from '../kernel/fields.ts';
import { isMuted } from '../notifications/mute-record.server.ts';
import { isRef } from '../kernel/refs.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { areaLabels, countryLabels, readingOf } from '../reference/labels.server.ts';
import { findHandOvers } from './find-hand-overs.server.ts';
import { assigneesOf } from './list-assignees.server.ts';
import { mayCompleteFollowUp } from './policy.ts';
import { recordFollowUpOpening } from './record-opening.server.ts';
import { nextDue } from './recurrence.ts';
import { isSnoozed } from './snooze-until.ts';

/**
 * A follow-up as its page shows it: what, who, by when, where it came from, and what happened. One that was removed,
 * or whose meeting is archived, is shown only to those who could restore it, and cannot be changed.
 */
export async function showFollowUp(context: Context, ref: string) {
  const { db, actor, keys } = context;
  const row = isRef(ref) ? await findVisibleFollowUp(db, actor, ref) : undefined;
  if (!row) throw new NotFound();
  const mayChange = mayCompleteFollowUp(actor, row);
  const closed = row.origin_archived_at !== null ? 'meeting' : row.archived_at !== null ? 'removed' : null;
  if (closed !== null && !mayChange) throw new NotFound();
  await recordFollowUpOpening(context, row);
  const day = today(context);
  const links = (await listPromiseLinks(db, 'follow_up', [row.id])).get(row.id);
  const names = await listAccountNames(db, [row.assignee_id, row.author_id, row.done_by_id ?? row.author_id]);
  const nameOf = (id: number | null) => names.find((one) => one.id === id)?.name ?? '';
  const rhythm = row.recurrence && {
    recurrence: row.recurrence,
    from: row.recurs_from ?? row.due_on,
    until: row.recurs_until,
  };
  const open = row.meaning === 'open';
  const assigneeRef = names.find((one) => one.id === row.assignee_id)?.ref ?? '';
  const [given] = open ? ((await findHandOvers(context, [row.id])).get(row.id) ?? []) : [];
  const stands = given && !given.takenBack && given.to === assigneeRef && given.note !== '';
  return {
    ref,
    title: readText(keys, row.level, `follow_up|title|${ref}`, row.title),
    level: levelName(row.level),
    open,
    dueOn: row.due_on,
    priority: row.priority,
    snoozedUntil: isSnoozed(row.snoozed_until, day) ? row.snoozed_until : null,
    rhythm: rhythm ? { ...rhythm, next: nextDue(rhythm, row.due_on) } : null,
    assignee: nameOf(row.assignee_id),
    /** What was said when whoever has it now was given it. */
    handOver: stands ? { by: given.by, at: given.at, note: given.note } : null,
    author: nameOf(row.author_id),
    doneAt: row.done_at,
    doneBy: row.done_at === null ? '' : nameOf(row.done_by_id),
    outcome: row.outcome === null ? '' : readText(keys, row.level, `follow_up|outcome|${ref}`, row.outcome),
    countries: countryLabels(context, links?.countries ?? []),
    areas: areaLabels(context, links?.workAreas ?? []),
    origin: await meetingOf(context, row.interaction_id),
    logged: await meetingOf(context, row.done_interaction_id),
    muted: await isMuted(context, 'follow_up', row.id),
    history: await tellHistory(context, await listHistory(db, 'follow_up', [row.id], 50)),
    closed,
    mayChange: mayChange && closed === null,
    mayLog: mayLogInteraction(actor),
    colleagues:
      mayChange && open && closed === null
        ? (await assigneesOf(context, row)).map((one) => ({ value: one.ref, label: one.name }))
        : [],
    assigneeRef,
    nextWeek: addDays(day, 7),
    reading: readingOf(context),
  };
}

export type FollowUpView = Awaited<ReturnType<typeof showFollowUp>>;

/** A meeting as a link; null where there is none, or none that the actor sees. */
async function meetingOf({ db, actor }: Context, id: number | null) {
  const row = id === null ? undefined : await findInteractionOf(db, actor, id);
  if (!row) return null;
  return { ref: row.ref, on: row.occurred_on, summary: row.level === 3 ? 'Sealed record' : row.summary };
}
