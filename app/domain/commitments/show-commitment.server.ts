import { levelName } from '#db/levels.ts';
import { listHistory } from '#db/queries/audit.ts';
import { findInteractionOf } from '#db/queries/interaction-places.ts';
import { listPromiseLinks } from '#db/queries/interaction-reads.ts';
import { findVisiblePromiser } from '#db/queries/commitment-list.ts';
import { findVisibleCommitment } from '#db/queries/promise-reads.ts';
import { partnerLink } from '../advice/glance-advice.server.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import { tellHistory } from '../interactions/read-history.server.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { isMuted } from '../notifications/mute-record.server.ts';
import { areaLabels, countryLabels, readingOf } from '../reference/labels.server.ts';
import { daysLate } from './days-late.ts';
import { maySettleCommitment } from './policy.ts';

const RESTRICTED = 2;

/**
 * A promise as its page shows it: who, to be kept by when, where it was made and what came of it. One that was taken
 * out of its record, or whose meeting is archived, is read by those who could change it, and not changed.
 */
export async function showCommitment(context: Context, ref: string) {
  const { db, actor, keys } = context;
  const row = isRef(ref) ? await findVisibleCommitment(db, actor, ref) : undefined;
  if (!row) throw new NotFound();
  const maySettle = maySettleCommitment(actor, row);
  const closed = row.origin_archived_at !== null ? 'meeting' : row.archived_at !== null ? 'removed' : null;
  if (closed !== null && !maySettle) throw new NotFound();
  if (row.level >= RESTRICTED) {
    const opening = {
      action: 'interaction.opened',
      noun: 'commitment',
      id: row.id,
      ref,
      changes: {},
    } as const;
    await recordOpening(context, opening);
  }
  const links = (await listPromiseLinks(db, 'commitment', [row.id])).get(row.id);
  const meeting =
    row.interaction_id === null ? undefined : await findInteractionOf(db, actor, row.interaction_id);
  const by = await findVisiblePromiser(db, actor, row.id);
  return {
    ref,
    version: row.version,
    text: readText(keys, row.level, `commitment|body|${ref}`, row.body),
    level: levelName(row.level),
    side: row.side,
    status: row.status,
    by: by ? partnerLink(by) : [],
    byUs: by?.account_name ?? null,
    madeOn: row.made_on,
    dueOn: row.due_on,
    closedOn: row.closed_on,
    daysLate: daysLate({ dueOn: row.due_on, closedOn: row.closed_on }, today(context)),
    reason: row.reason === null ? '' : readText(keys, row.level, `commitment|reason|${ref}`, row.reason),
    countries: countryLabels(context, links?.countries ?? []),
    areas: areaLabels(context, links?.workAreas ?? []),
    meeting: meeting
      ? {
          ref: meeting.ref,
          on: meeting.occurred_on,
          summary: meeting.level === 3 ? 'Sealed record' : meeting.summary,
        }
      : null,
    muted: await isMuted(context, 'commitment', row.id),
    history: await tellHistory(context, await listHistory(db, 'commitment', [row.id], 50)),
    closed,
    maySettle: maySettle && closed === null,
    mayLog: mayLogInteraction(actor),
    reading: readingOf(context),
  };
}

export type CommitmentView = Awaited<ReturnType<typeof showCommitment>>;
