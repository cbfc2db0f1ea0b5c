import {
  findVisibleAssessment,
  findVisibleInteraction,
  listPromiseLinks,
  listVisibleAdvice,
  listVisibleCommitments,
  listVisibleFollowUps,
  listVisibleParticipants,
  listVisibleRecipients,
} from '#db/queries/interaction-reads.ts';
import { findVisibleWhole } from '#db/queries/interaction-parts.ts';
import { listObjectivesOfInteraction } from '#db/queries/objective-links.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { readParticipant } from './participant-texts.server.ts';

export type WholeInteraction = Awaited<ReturnType<typeof readInteraction>>;

/**
 * An interaction and everything on it that the actor may see, its texts opened. Throws NotFound for one that does
 * not exist and for one that is hidden alike. Whoever shows it records the opening.
 */
export async function readInteraction(context: Context, ref: string) {
  const { db, actor, keys } = context;
  const row = isRef(ref) ? await findVisibleInteraction(db, actor, ref) : undefined;
  if (!row) throw new NotFound();
  const advice = await listVisibleAdvice(db, actor, row.id);
  const recipients = await listVisibleRecipients(
    db,
    actor,
    advice.map((one) => one.id),
  );
  const adviceLinks = await listPromiseLinks(
    db,
    'advice',
    advice.map((one) => one.id),
  );
  const commitments = await listVisibleCommitments(db, actor, row.id);
  const commitmentLinks = await listPromiseLinks(
    db,
    'commitment',
    commitments.map((one) => one.id),
  );
  const followUps = await listVisibleFollowUps(db, actor, row.id);
  const followUpLinks = await listPromiseLinks(
    db,
    'follow_up',
    followUps.map((one) => one.id),
  );
  const assessment = await findVisibleAssessment(db, actor, row.id);
  const partOf = row.part_of_id === null ? undefined : await findVisibleWhole(db, actor, row.part_of_id);
  const objectives = await listObjectivesOfInteraction(db, actor, row.id);
  const none = { workAreas: [], countries: [] };
  return {
    ...row,
    summary: readText(keys, row.level, `interaction|summary|${row.ref}`, row.summary),
    notes: readText(keys, row.level, `interaction|notes|${row.ref}`, row.notes),
    place: row.place === null ? null : readText(keys, row.level, `interaction|place|${row.ref}`, row.place),
    cancelled_reason:
      row.cancelled_reason === null
        ? null
        : readText(keys, row.level, `interaction|cancelled_reason|${row.ref}`, row.cancelled_reason),
    /** Ref of what it is a part of, where the actor sees that. */
    partOf: partOf?.ref ?? null,
    /** Those that the actor sees. */
    objectives,
    participants: (await listVisibleParticipants(db, actor, [row.id])).map((one) =>
      readParticipant(keys, row.level, one.ref, one),
    ),
    advice: advice.map((one) => ({
      ...one,
      text: readText(keys, one.level, `advice|body|${one.ref}`, one.body),
      recipients: recipients.filter((recipient) => recipient.advice_id === one.id),
      links: adviceLinks.get(one.id) ?? none,
    })),
    commitments: commitments.map((one) => ({
      ...one,
      text: readText(keys, one.level, `commitment|body|${one.ref}`, one.body),
      links: commitmentLinks.get(one.id) ?? none,
    })),
    followUps: followUps.map((one) => ({
      ...one,
      title: readText(keys, one.level, `follow_up|title|${one.ref}`, one.title),
      links: followUpLinks.get(one.id) ?? none,
    })),
    assessment: assessment && {
      ...assessment,
      text: readText(keys, assessment.level, `assessment|body|${assessment.ref}`, assessment.body),
    },
  };
}
