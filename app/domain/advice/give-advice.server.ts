import { writeInteractionAudience } from '#db/audience.ts';
import { writeObjectiveAudience } from '#db/objective-audience.ts';
import type { InteractionRecord } from '#db/queries/interaction-reads.ts';
import { raiseInteractionVersion } from '#db/queries/promise-writes.ts';
import { findSubmission, insertSubmission } from '#db/queries/submissions.ts';
import { findOrigin } from '../follow-ups/find-origin.server.ts';
import { mayEditInteraction, mayLogInteraction } from '../interactions/policy.ts';
import { commit, type Work } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Forbidden } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { requireLevelKept } from '../kernel/level-kept.server.ts';
import { digestOf } from '../kernel/submission-digest.server.ts';
import { addAdvice, type AdviceOrigin } from './add-advice.server.ts';
import type { AdviceForm } from './advice-form.ts';
import { resolveAdvice, type ResolvedAdvice } from './resolve-advice.server.ts';

export type GiveOutcome =
  { outcome: 'saved' | 'already-saved'; ref: string } | { outcome: 'refused'; errors: FormErrors };

/**
 * Records advice in a meeting, for an objective or by itself: it has the stricter level of the two, and is read by those
 * who read both; by itself it is internal. The same key twice makes one. Throws Forbidden, or NotFound for a meeting that
 * is not seen.
 */
export async function giveAdvice(context: Context, form: AdviceForm): Promise<GiveOutcome> {
  const meeting = await originOf(context, form.interaction);
  const digest = digestOf(context.keys, { ...form, key: '' });
  const earlier = await earlierOutcome(context, form.key, digest);
  if (earlier) return earlier;
  const resolved = await resolveAdvice(context, form);
  if ('errors' in resolved) return { outcome: 'refused', errors: resolved.errors };
  const errors = faultsOf(form, meeting);
  if (Object.keys(errors).length > 0) return { outcome: 'refused', errors };
  const origin = adviceOrigin(context, form, meeting, resolved.facts);
  try {
    return await commit(context, async (work) => {
      const added = await addAdvice(work, origin, resolved.facts);
      const claimed = await insertSubmission(work.trx, {
        account_id: context.actor.accountId,
        key: form.key,
        digest,
        record_ref: added.ref,
        created_at: context.now.toISOString(),
      });
      if (!claimed) throw new KeyAlreadyUsed();
      if (meeting) {
        await writeInteractionAudience(work.trx, meeting.id);
        if (resolved.facts.objectiveLevel === 0) await raiseInteractionVersion(work.trx, meeting.id);
        await requireLevelKept(work.trx, 'advice', added.id, origin.level);
      } else await takeReadersOfObjective(work, added.id, resolved.facts);
      return { outcome: 'saved', ref: added.ref };
    });
  } catch (error) {
    const twin = error instanceof KeyAlreadyUsed && (await earlierOutcome(context, form.key, digest));
    if (!twin) throw error;
    return twin;
  }
}

class KeyAlreadyUsed extends Error {}

/** Step: advice that hangs on an objective alone is read by those who read that. */
export async function takeReadersOfObjective(
  { trx }: Work,
  adviceId: number,
  { objectiveId, objectiveLevel }: ResolvedAdvice,
): Promise<void> {
  if (objectiveId === null) return;
  await writeObjectiveAudience(trx, objectiveId);
  await requireLevelKept(trx, 'advice', adviceId, objectiveLevel);
}

/** The meeting, for somebody who may add advice to it; undefined for advice that stands alone. */
export async function originOf(context: Context, ref: string): Promise<InteractionRecord | undefined> {
  const { actor } = context;
  if (!mayLogInteraction(actor)) {
    throw new Forbidden('Your account belongs to no team yet. Ask an administrator to add you to one.');
  }
  if (ref === '') return undefined;
  const meeting = await findOrigin(context, ref);
  const owned = {
    authorId: meeting.author_id,
    owningTeamId: meeting.owning_team_id,
    staffIds: meeting.staff,
  };
  if (!mayEditInteraction(actor, owned))
    throw new Forbidden(
      'Only its author, the staff who attended and the owning team may add advice to this.',
    );
  return meeting;
}

async function earlierOutcome(
  { db, actor }: Context,
  key: string,
  digest: string,
): Promise<GiveOutcome | undefined> {
  const submission = await findSubmission(db, actor.accountId, key);
  if (!submission) return undefined;
  if (submission.digest === digest) return { outcome: 'already-saved', ref: submission.record_ref };
  return {
    outcome: 'refused',
    errors: { text: 'This form was saved once already, with other words. Save it again to make another.' },
  };
}

function faultsOf(form: AdviceForm, meeting: InteractionRecord | undefined): FormErrors {
  const errors: FormErrors = {};
  if (form.recipients.length === 0) errors['recipients'] = 'Choose at least one recipient.';
  if (meeting && meeting.state !== 'held')
    errors['on'] = 'Advice is given in a meeting that was held. Mark the meeting as held first.';
  else if (meeting && form.on < meeting.occurred_on)
    errors['on'] = 'Advice from a meeting cannot have been given before it.';
  return errors;
}

function adviceOrigin(
  { actor, reference }: Context,
  form: AdviceForm,
  meeting: InteractionRecord | undefined,
  { links, objectiveLevel }: ResolvedAdvice,
): AdviceOrigin {
  const covering = links.countries.flatMap((id) => reference.countryById(id).teamIds);
  const ownTeam = actor.teamIds.find((id) => covering.includes(id)) ?? actor.teamIds[0] ?? 0;
  return {
    id: meeting?.id ?? null,
    ref: meeting?.ref ?? null,
    level: Math.max(meeting?.level ?? 0, objectiveLevel),
    occurredOn: form.on,
    owningTeamId: meeting?.owning_team_id ?? ownTeam,
  };
}
