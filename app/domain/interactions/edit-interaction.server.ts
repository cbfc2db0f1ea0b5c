import { writeInteractionAudience } from '#db/audience.ts';
import { deleteDraft } from '#db/queries/drafts.ts';
import {
  deleteParticipant,
  replaceInteractionLinks,
  updateInteraction,
} from '#db/queries/interaction-writes.ts';
import { moveChildren } from '#db/queries/promise-writes.ts';
import { rewriteChildTexts } from '#db/queries/reseal.ts';
import { findSubmission, insertSubmission } from '#db/queries/submissions.ts';
import { moveTally } from '#db/queries/tallies.ts';
import { resealAttachments } from '../attachments/reseal-attachments.server.ts';
import { commit, type Work } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { readText, storedText } from '../kernel/sealed-text.server.ts';
import { completeMentions } from '../mentions/complete-mentions.server.ts';
import { tellMentioned } from '../mentions/tell-mentioned.ts';
import { tell } from '../notifications/tell.server.ts';
import { addConsequences } from './add-consequences.server.ts';
import { addParticipants, type Partners } from './add-participants.server.ts';
import { copyTitlesAfresh } from './copy-titles-afresh.server.ts';
import { editConsequences } from './edit-consequences.server.ts';
import { digestOf } from './form-digest.server.ts';
import { tokenOf } from './form-of-interaction.server.ts';
import type { Meeting } from './meeting.ts';
import { nameObjectives } from './name-objectives.server.ts';
import type { InteractionInput } from './parse-interaction.ts';
import { mayEditInteraction } from './policy.ts';
import { readInteraction, type WholeInteraction } from './read-interaction.server.ts';
import { recordEdit } from './record-edit.server.ts';
import { resolveInteraction, type Resolved } from './resolve-interaction.server.ts';
import { sealHistory } from './seal-history.server.ts';
import { writeAssessment } from './write-assessment.server.ts';

const SEALED = 3;

export type EditOutcome =
  | { outcome: 'saved'; ref: string }
  /** Somebody saved another version meanwhile: compare, then save on top of it. */
  | { outcome: 'stale' }
  /** This form was saved before and posted again with other words: its writer must look at both. */
  | { outcome: 'saved-before' }
  | { outcome: 'refused'; errors: FormErrors };

/**
 * Saves an edited interaction if it still has the version that was edited. Rows are added, changed and removed by
 * ref; what the editor does not see stays as it is. The same form posted twice is saved once: `digest` is that of the
 * form as it was posted, before anything was merged into it. Throws NotFound, Forbidden, or Conflict where the
 * interaction is archived.
 */
export async function editInteraction(
  context: Context,
  ref: string,
  typed: InteractionInput,
  digest = digestOf(context.keys, typed),
): Promise<EditOutcome> {
  const whole = await readInteraction(context, ref);
  requireEditable(context, whole);
  const input = await completeMentions(context, typed);
  const before = await earlierOutcome(context, ref, input.key, digest);
  if (before) return before;
  const resolution = await resolveInteraction(context, input, {
    id: whole.id,
    authorId: whole.author_id,
    owningTeamId: whole.owning_team_id,
    notes: whole.notes,
  });
  if (!resolution.ok) return { outcome: 'refused', errors: resolution.errors };
  if (String(whole.version) !== input.version) return { outcome: 'stale' };
  try {
    await commit(context, async (work) => {
      await claimKey(work, ref, input.key, digest);
      await write(work, whole, input, resolution.resolved);
    });
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    return (await earlierOutcome(context, ref, input.key, digest)) ?? { outcome: 'stale' };
  }
  return { outcome: 'saved', ref };
}

class Stale extends Error {}

async function earlierOutcome(
  context: Context,
  ref: string,
  key: string,
  digest: string,
): Promise<EditOutcome | undefined> {
  const submission = await findSubmission(context.db, context.actor.accountId, key);
  if (submission?.record_ref !== ref) return undefined;
  return submission.digest === digest ? { outcome: 'saved', ref } : { outcome: 'saved-before' };
}

/** A key used before is like a version that has passed: what was saved under it is looked at again. */
async function claimKey({ context, trx }: Work, ref: string, key: string, digest: string): Promise<void> {
  const claim = {
    account_id: context.actor.accountId,
    key,
    digest,
    record_ref: ref,
    created_at: context.now.toISOString(),
  };
  if (!(await insertSubmission(trx, claim))) throw new Stale();
}

/** The same question for the page that shows the form. */
export function requireEditable(context: Context, whole: WholeInteraction): void {
  const owned = { authorId: whole.author_id, owningTeamId: whole.owning_team_id, staffIds: whole.staff };
  if (!mayEditInteraction(context.actor, owned)) {
    throw new Forbidden('Only its author, the staff who attended and the owning team may edit this.');
  }
  if (whole.archived_at !== null)
    throw new Conflict('This was archived meanwhile. Restore it before editing it.');
}

async function write(
  work: Work,
  whole: WholeInteraction,
  input: InteractionInput,
  resolved: Resolved,
): Promise<void> {
  const { context, trx } = work;
  const { keys } = context;
  await moveTally(trx, whole.id, -1);
  const text = (column: string, value: string) =>
    storedText(keys, resolved.level, `interaction|${column}|${whole.ref}`, value);
  const state = stateAfter(whole, input, today(context));
  const saved = await updateInteraction(trx, whole.id, whole.version, {
    kind_id: resolved.kindId,
    state,
    occurred_on: input.date,
    ended_on: input.endDate,
    // what the editor cannot see it to be a part of, it stays a part of
    part_of_id: whole.partOf === null && input.partOf === '' ? whole.part_of_id : resolved.partOfId,
    occurred_time: input.time,
    zone: input.time === null ? null : (whole.zone ?? context.zone),
    place: input.place === '' ? null : text('place', input.place),
    cancelled_reason:
      whole.cancelled_reason === null ? null : text('cancelled_reason', whole.cancelled_reason),
    summary: text('summary', input.summary),
    notes: text('notes', input.notes),
    attribution: input.attribution,
    level: resolved.level,
    owning_team_id: resolved.teamId,
    updated_at: context.now.toISOString(),
  });
  if (!saved) throw new Stale();
  const row = { id: whole.id, level: resolved.level, kind_id: resolved.kindId, occurred_on: input.date };
  await replaceInteractionLinks(trx, row, resolved);
  await nameObjectives(work, whole.id, resolved.objectives, whole.objectives);
  await rewriteChildTexts(trx, whole.id, resolved.level, (before, after, place, stored) =>
    (before === 3) === (after === 3)
      ? stored
      : storedText(keys, after, place, readText(keys, before, place, stored)),
  );
  await resealAttachments(work, { interactionId: whole.id }, resolved.level);
  if (resolved.level === SEALED && whole.level !== SEALED) await sealHistory(work, whole.id);
  const before = { occurredOn: whole.occurred_on };
  await moveChildren(trx, whole.id, before, { occurredOn: input.date, owningTeamId: resolved.teamId });
  const participants = await editParticipants(work, whole, input, resolved);
  const afresh = input.titlesAfresh && input.date !== whole.occurred_on;
  if (afresh) participants.changes.added.push(...(await copyTitlesAfresh(work, whole, input, resolved)));
  const meeting: Meeting = {
    id: whole.id,
    ref: whole.ref,
    level: resolved.level,
    occurredOn: input.date,
    owningTeamId: resolved.teamId,
    workAreas: resolved.workAreas,
    countries: resolved.countries,
    attended: [...participants.partners.values()],
  };
  recordEdit(work, whole, input, resolved, state, participants.changes);
  tellMentioned(work, whole.id, { before: whole.notes, after: input.notes }, resolved.staffByRef);
  const newReaders = resolved.level > 1 ? resolved.readers.filter((id) => !whole.readers.includes(id)) : [];
  for (const accountId of newReaders) {
    tell(work, { kind: 'access-granted', noun: 'interaction', recordId: whole.id, accountId });
  }
  await editConsequences(
    {
      work,
      levelBefore: whole.level,
      dayBefore: whole.occurred_on,
      meeting,
      resolved,
      partners: participants.partners,
    },
    input,
    whole,
  );
  await addConsequences(work, meeting, input, resolved, participants.partners);
  await writeAssessment(work, meeting, input, resolved, whole.assessment);
  await writeInteractionAudience(trx, whole.id);
  await moveTally(trx, whole.id, 1);
  await deleteDraft(trx, context.actor.accountId, input.key);
}

/** A meeting moved into the future is planned again; one moved into the past waits to be marked as held. */
function stateAfter(whole: WholeInteraction, input: InteractionInput, day: string) {
  return whole.state === 'held' && input.date > day ? 'planned' : whole.state;
}

async function editParticipants(
  work: Work,
  whole: WholeInteraction,
  input: InteractionInput,
  resolved: Resolved,
) {
  const removed = whole.participants.filter((one) =>
    input.participants.some((row) => row.ref === one.ref && row.remove),
  );
  for (const one of removed) await deleteParticipant(work.trx, one.id);
  const kept = whole.participants.filter((one) => !removed.includes(one));
  const partners: Partners = new Map();
  for (const [index, one] of whole.participants.entries()) {
    if (!kept.includes(one)) continue;
    const recipient = { organisation_id: one.organisation_id, person_id: one.person_id };
    partners.set(tokenOf(one.person_ref, one.organisation_ref), recipient);
    partners.set(`new:s${index}`, recipient);
  }
  const place = { id: whole.id, level: resolved.level, occurredOn: input.date };
  const rows = input.participants.filter((row) => row.ref === '' && !row.remove);
  const added = await addParticipants(work, place, rows, resolved, whole.participants.length + 1);
  for (const [token, recipient] of added.partners) partners.set(token, recipient);
  const taken = removed.map((one) => ({
    person: one.person_ref,
    organisation: one.organisation_ref,
    title: one.title_then,
  }));
  return { partners, changes: { removed: taken, added: added.recorded } };
}
