import { writeInteractionAudience } from '#db/audience.ts';
import { deleteDraft } from '#db/queries/drafts.ts';
import { insertInteraction, replaceInteractionLinks } from '#db/queries/interaction-writes.ts';
import { findSubmission, insertSubmission } from '#db/queries/submissions.ts';
import { moveTally } from '#db/queries/tallies.ts';
import { findFulfilled, fulfil } from '../follow-ups/fulfil-follow-up.server.ts';
import { commit, type Work } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { Forbidden } from '../kernel/errors.ts';
import { makeRef } from '../kernel/refs.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import { completeMentions } from '../mentions/complete-mentions.server.ts';
import { tellMentioned } from '../mentions/tell-mentioned.ts';
import { addConsequences } from './add-consequences.server.ts';
import { addParticipants, type AddedParticipants } from './add-participants.server.ts';
import { writeAssessment } from './write-assessment.server.ts';
import { digestOf } from './form-digest.server.ts';
import { nameObjectives } from './name-objectives.server.ts';
import type { InteractionInput } from './parse-interaction.ts';
import { mayLogInteraction } from './policy.ts';
import { resolveInteraction, type Resolved } from './resolve-interaction.server.ts';
import type { SaveOutcome } from './save-outcome.ts';

class KeyAlreadyUsed extends Error {}

/**
 * Logs an interaction with everything that came of it, in one transaction. Dated in the future it is planned,
 * otherwise held. The draft of the form goes with it. Throws Forbidden for an account without a team.
 */
export async function logInteraction(context: Context, typed: InteractionInput): Promise<SaveOutcome> {
  if (!mayLogInteraction(context.actor)) {
    throw new Forbidden('Your account belongs to no team yet. Ask an administrator to add you to one.');
  }
  const input = await completeMentions(context, typed);
  const digest = digestOf(context.keys, input);
  const before = await earlierOutcome(context, input.key, digest);
  if (before) return before;
  const resolution = await resolveInteraction(context, input);
  if (!resolution.ok) return { outcome: 'refused', errors: resolution.errors };
  const ref = makeRef(context.random);
  const fulfilled = input.followUpOpen ? undefined : await findFulfilled(context, input.followUp);
  try {
    await commit(context, async (work) => {
      await claimKey(work, input.key, digest, ref);
      const id = await write(work, ref, input, resolution.resolved);
      if (fulfilled) await fulfil(work, fulfilled, { id, ref });
      await deleteDraft(work.trx, context.actor.accountId, input.key);
    });
  } catch (error) {
    if (!(error instanceof KeyAlreadyUsed)) throw error;
    const twin = await earlierOutcome(context, input.key, digest);
    if (!twin) throw error;
    return twin;
  }
  return { outcome: 'saved', ref };
}

async function earlierOutcome(
  context: Context,
  key: string,
  digest: string,
): Promise<SaveOutcome | undefined> {
  const submission = await findSubmission(context.db, context.actor.accountId, key);
  if (!submission) return undefined;
  return {
    outcome: submission.digest === digest ? 'already-saved' : 'key-reused',
    ref: submission.record_ref,
  };
}

async function claimKey(work: Work, key: string, digest: string, ref: string): Promise<void> {
  const { context, trx } = work;
  const claimed = await insertSubmission(trx, {
    account_id: context.actor.accountId,
    key,
    digest,
    record_ref: ref,
    created_at: context.now.toISOString(),
  });
  if (!claimed) throw new KeyAlreadyUsed();
}

async function write(work: Work, ref: string, input: InteractionInput, resolved: Resolved): Promise<number> {
  const { context, trx } = work;
  const at = context.now.toISOString();
  const state = input.date > today(context) ? 'planned' : 'held';
  const text = (column: string, value: string) =>
    storedText(context.keys, resolved.level, `interaction|${column}|${ref}`, value);
  const id = await insertInteraction(trx, {
    ref,
    kind_id: resolved.kindId,
    state,
    occurred_on: input.date,
    ended_on: input.endDate,
    part_of_id: resolved.partOfId,
    occurred_time: input.time,
    zone: input.time === null ? null : context.zone,
    place: input.place === '' ? null : text('place', input.place),
    summary: text('summary', input.summary),
    notes: text('notes', input.notes),
    attribution: input.attribution,
    level: resolved.level,
    owning_team_id: resolved.teamId,
    author_id: context.actor.accountId,
    created_at: at,
    updated_at: at,
  });
  const row = { id, level: resolved.level, kind_id: resolved.kindId, occurred_on: input.date };
  await replaceInteractionLinks(trx, row, resolved);
  const place = { id, level: resolved.level, occurredOn: input.date };
  const rows = input.participants.filter((one) => !one.remove);
  const added = await addParticipants(work, place, rows, resolved, 0);
  work.record({
    action: 'interaction.logged',
    noun: 'interaction',
    id,
    ref,
    changes: logged(input, state, added),
    sealed: input.sensitivity === 'sealed',
  });
  const meeting = {
    ...place,
    ref,
    owningTeamId: resolved.teamId,
    workAreas: resolved.workAreas,
    countries: resolved.countries,
    attended: [...added.partners.values()],
  };
  await addConsequences(work, meeting, input, resolved, added.partners);
  await writeAssessment(work, meeting, input, resolved);
  await nameObjectives(work, id, resolved.objectives);
  tellMentioned(work, id, { before: '', after: input.notes }, resolved.staffByRef);
  await writeInteractionAudience(trx, id);
  await moveTally(trx, id, 1);
  return id;
}

function logged(input: InteractionInput, state: string, added: AddedParticipants) {
  const after = {
    kind: input.kind,
    state,
    date: input.date,
    summary: input.summary,
    notes: input.notes,
    sensitivity: input.sensitivity,
    countries: input.countries,
    work_areas: input.workAreas,
    instruments: input.instruments,
    objectives: input.objectives,
    staff: input.staff,
    readers: input.readers,
    participants: added.recorded,
  };
  return Object.fromEntries(
    Object.entries(after).map(([field, value]) => [field, [null, value] as [null, unknown]]),
  );
}
