import { writeInteractionAudience } from '#db/audience.ts';
import { writeObjectiveAudience } from '#db/objective-audience.ts';
import { levelNumber } from '#db/levels.ts';
import { listStaff } from '#db/queries/staff.ts';
import { findSubmission, insertSubmission } from '#db/queries/submissions.ts';
import { mayLogInteraction, wouldRead } from '../interactions/policy.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Forbidden } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { requireLevelKept } from '../kernel/level-kept.server.ts';
import { digestOf } from '../kernel/submission-digest.server.ts';
import { addFollowUp, type FollowUpFacts, type Origin } from './add-follow-up.server.ts';
import { findObjectiveOrigin } from './find-objective-origin.server.ts';
import { findOrigin, readingRuleOf } from './find-origin.server.ts';
import { judgeFollowUp, type FollowUpForm } from './follow-up-form.ts';
import { resolveLinks } from './resolve-links.ts';

export type CreateOutcome =
  { outcome: 'saved' | 'already-saved'; ref: string } | { outcome: 'refused'; errors: FormErrors };

/**
 * Makes a follow-up that stands alone, comes from a meeting or pushes an objective: it has the stricter level of the two,
 * and is read by those who read both. Alone it is internal. The same key twice makes one. Throws Forbidden, or NotFound
 * for a meeting or an objective that is not seen.
 */
export async function createFollowUp(context: Context, form: FollowUpForm): Promise<CreateOutcome> {
  if (!mayLogInteraction(context.actor)) {
    throw new Forbidden('Your account belongs to no team yet. Ask an administrator to add you to one.');
  }
  const digest = digestOf(context.keys, { ...form, key: '' });
  const earlier = await earlierOutcome(context, form.key, digest);
  if (earlier) return earlier;
  const resolved = await resolve(context, form);
  if ('errors' in resolved) return { outcome: 'refused', errors: resolved.errors };
  const { origin, facts } = resolved;
  try {
    return await commit(context, async (work) => {
      const added = await addFollowUp(work, origin, facts);
      const claimed = await insertSubmission(work.trx, {
        account_id: context.actor.accountId,
        key: form.key,
        digest,
        record_ref: added.ref,
        created_at: context.now.toISOString(),
      });
      if (!claimed) throw new KeyAlreadyUsed();
      if (origin.interactionId !== null) await writeInteractionAudience(work.trx, origin.interactionId);
      else if (origin.objectiveId) await writeObjectiveAudience(work.trx, origin.objectiveId);
      await requireLevelKept(work.trx, 'follow_up', added.id, origin.level);
      return { outcome: 'saved', ref: added.ref };
    });
  } catch (error) {
    const twin = error instanceof KeyAlreadyUsed && (await earlierOutcome(context, form.key, digest));
    if (!twin) throw error;
    return twin;
  }
}

class KeyAlreadyUsed extends Error {}

async function earlierOutcome(
  { db, actor }: Context,
  key: string,
  digest: string,
): Promise<CreateOutcome | undefined> {
  const submission = await findSubmission(db, actor.accountId, key);
  if (!submission) return undefined;
  if (submission.digest === digest) return { outcome: 'already-saved', ref: submission.record_ref };
  return {
    outcome: 'refused',
    errors: { title: 'This form was saved once already, with other words. Save it again to make another.' },
  };
}

async function resolve(
  context: Context,
  form: FollowUpForm,
): Promise<{ origin: Origin; facts: FollowUpFacts } | { errors: FormErrors }> {
  const { actor, db, reference } = context;
  const judged = judgeFollowUp(form);
  if (!judged.ok) return { errors: judged.errors };
  const { due, priority, recurrence, recursUntil } = judged.input;
  const meeting = form.interaction === '' ? undefined : await findOrigin(context, form.interaction);
  const pushed = form.objective ? await findObjectiveOrigin(context, form.objective) : undefined;
  const errors: FormErrors = {};
  const assignee = (await listStaff(db)).find((one) => one.ref === form.assignee);
  if (!assignee) errors['assignee'] = 'Choose a colleague from the list.';
  else if (meeting && !wouldRead(assignee, readingRuleOf(context, meeting))) {
    errors['assignee'] = `${assignee.name} may not read the meeting. Choose another, or change its readers.`;
  } else if (pushed && !wouldRead(assignee, pushed.rule)) {
    errors['assignee'] =
      `${assignee.name} may not read the objective. Choose another, or change its readers.`;
  }
  const links = resolveLinks(reference, form, errors);
  if (!assignee || !links || Object.keys(errors).length > 0) return { errors };
  const covering = links.countries.flatMap((id) => reference.countryById(id).teamIds);
  const ownTeam = actor.teamIds.find((id) => covering.includes(id)) ?? actor.teamIds[0] ?? 0;
  return {
    origin: {
      interactionId: meeting?.id ?? null,
      objectiveId: pushed?.row.id ?? null,
      level: Math.max(levelNumber('internal'), meeting?.level ?? 0, pushed?.row.level ?? 0),
      owningTeamId: meeting?.owning_team_id ?? pushed?.row.owning_team_id ?? ownTeam,
    },
    facts: {
      title: judged.input.title,
      assigneeId: assignee.id,
      assigneeRef: assignee.ref,
      dueOn: due,
      priority,
      rhythm: recurrence === null ? null : { recurrence, from: due, until: recursUntil },
      links,
    },
  };
}
