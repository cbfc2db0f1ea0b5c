import { levelName } from '#db/levels.ts';
import { listHistory } from '#db/queries/audit.ts';
import { findInteractionOf } from '#db/queries/interaction-places.ts';
import { listPromiseLinks } from '#db/queries/interaction-reads.ts';
import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import { tellHistory } from '../interactions/read-history.server.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { areaLabels, countryLabels, readingOf } from '../reference/labels.server.ts';
import { mayCompleteFollowUp } from './policy.ts';

/** A follow-up as its page shows it: what, who, by when, where it came from, and what happened. */
export async function showFollowUp(context: Context, ref: string) {
  const { db, actor, keys } = context;
  const row = isRef(ref) ? await findVisibleFollowUp(db, actor, ref) : undefined;
  if (!row) throw new NotFound();
  if (row.level >= 2) {
    await recordOpening(context, {
      action: 'interaction.opened',
      noun: 'follow_up',
      id: row.id,
      ref,
      changes: {},
    });
  }
  const links = (await listPromiseLinks(db, 'follow_up', [row.id])).get(row.id);
  const names = await listAccountNames(db, [row.assignee_id, row.author_id, row.done_by_id ?? row.author_id]);
  const nameOf = (id: number | null) => names.find((one) => one.id === id)?.name ?? '';
  const origin =
    row.interaction_id === null ? undefined : await findInteractionOf(db, actor, row.interaction_id);
  return {
    ref,
    title: readText(keys, row.level, `follow_up|title|${ref}`, row.title),
    level: levelName(row.level),
    open: row.meaning === 'open',
    dueOn: row.due_on,
    assignee: nameOf(row.assignee_id),
    author: nameOf(row.author_id),
    doneAt: row.done_at,
    doneBy: row.done_at === null ? '' : nameOf(row.done_by_id),
    outcome: row.outcome === null ? '' : readText(keys, row.level, `follow_up|outcome|${ref}`, row.outcome),
    countries: countryLabels(context, links?.countries ?? []),
    areas: areaLabels(context, links?.workAreas ?? []),
    origin: origin
      ? {
          ref: origin.ref,
          on: origin.occurred_on,
          summary: origin.level === 3 ? 'Sealed record' : origin.summary,
        }
      : null,
    history: await tellHistory(context, await listHistory(db, 'follow_up', [row.id], 50)),
    mayComplete: mayCompleteFollowUp(actor, row),
    mayLog: mayLogInteraction(actor),
    reading: readingOf(context),
  };
}

export type FollowUpView = Awaited<ReturnType<typeof showFollowUp>>;
