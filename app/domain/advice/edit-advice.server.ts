import { writeInteractionAudience } from '#db/audience.ts';
import { listAdviceSteps, type AdviceRecord } from '#db/queries/advice-record.ts';
import {
  addRecipients,
  deleteRecipients,
  redateFirstSteps,
  replaceAdviceLinks,
  updateAdvice,
} from '#db/queries/advice-writes.ts';
import { raiseInteractionVersion } from '#db/queries/promise-writes.ts';
import { tokenOf } from '../interactions/form-of-interaction.server.ts';
import { changesBetween, type Change } from '../kernel/audit-entry.ts';
import { commit, type Work } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { requireLevelKept } from '../kernel/level-kept.server.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import type { AdviceForm } from './advice-form.ts';
import { findChangeableAdvice } from './find-changeable.server.ts';
import { takeReadersOfObjective } from './give-advice.server.ts';
import { formOfAdvice, type AdviceRecipients } from './form-of-advice.server.ts';
import { resealAdvice } from './reseal-advice.server.ts';
import { resolveAdvice, type ResolvedAdvice } from './resolve-advice.server.ts';

export type EditAdviceOutcome =
  | { outcome: 'saved' }
  /** Somebody saved another version meanwhile: compare, then save on top of it. */
  | { outcome: 'stale' }
  | { outcome: 'refused'; errors: FormErrors };

/**
 * Changes what advice says and to whom, if it still has the version that was edited. Recipients whom the editor does
 * not see stay. Throws NotFound, Forbidden, or Conflict where it was archived.
 */
export async function editAdvice(
  context: Context,
  ref: string,
  form: AdviceForm,
): Promise<EditAdviceOutcome> {
  const advice = await findChangeableAdvice(context, ref);
  // an objective that stays is not looked up again: it may be archived by now
  const asked = isSameObjective(advice, form) ? { ...form, objective: '' } : form;
  const resolved = await resolveAdvice(context, asked);
  if ('errors' in resolved) return { outcome: 'refused', errors: resolved.errors };
  const shown = await formOfAdvice(context, advice);
  const errors = {
    ...objectiveFaults(advice, form, resolved.facts),
    ...(await faultsOf(context, advice, form, shown.form)),
  };
  if (Object.keys(errors).length > 0) return { outcome: 'refused', errors };
  if (String(advice.version) !== form.version) return { outcome: 'stale' };
  const changes = changesOf(shown.form, form);
  if (Object.keys(changes).length === 0) return { outcome: 'saved' };
  try {
    await commit(context, async (work) => {
      await write(work, advice, form, resolved.facts, shown.recipients);
      work.record({
        action: 'advice.edited',
        noun: 'advice',
        id: advice.id,
        ref,
        changes,
        sealed: advice.level === 3 || levelAfter(advice, form, resolved.facts) === 3,
      });
    });
  } catch (error) {
    if (error instanceof Stale) return { outcome: 'stale' };
    throw error;
  }
  return { outcome: 'saved' };
}

class Stale extends Error {}

const isSameObjective = (advice: AdviceRecord, form: AdviceForm): boolean =>
  form.objective === (advice.objective_ref ?? '');

/** The strictest of its parents, as the form leaves them. */
function levelAfter(advice: AdviceRecord, form: AdviceForm, facts: ResolvedAdvice): number {
  if (isSameObjective(advice, form) || advice.interaction_id === null) return advice.level;
  return Math.max(advice.origin_level ?? 0, facts.objectiveLevel);
}

/**
 * Advice outside a meeting has the level of its objective alone: another one may not open or close it by the way. In a
 * meeting it is never more open than that.
 */
function objectiveFaults(advice: AdviceRecord, form: AdviceForm, facts: ResolvedAdvice): FormErrors {
  if (advice.interaction_id !== null || isSameObjective(advice, form)) return {};
  if (facts.objectiveLevel === advice.level) return {};
  return {
    objective:
      advice.level > facts.objectiveLevel
        ? 'This advice is read by those who read its objective. Leave the objective as it is.'
        : 'This objective has fewer readers than the advice. Record the advice anew from its page.',
  };
}

async function faultsOf(
  { db, actor }: Context,
  advice: AdviceRecord,
  form: AdviceForm,
  shown: AdviceForm,
): Promise<FormErrors> {
  const errors: FormErrors = {};
  if (form.recipients.length === 0 && shown.recipients.length > 0)
    errors['recipients'] = 'Choose at least one recipient.';
  if (form.on === advice.given_on) return errors;
  const [, next] = await listAdviceSteps(db, actor, advice.id);
  if (advice.origin_on !== null && form.on < advice.origin_on)
    errors['on'] = 'Advice from a meeting cannot have been given before it.';
  else if (next && form.on > next.occurred_on)
    errors['on'] = 'Something came of this advice before that day already. Choose an earlier one.';
  return errors;
}

async function write(
  work: Work,
  advice: AdviceRecord,
  form: AdviceForm,
  facts: ResolvedAdvice,
  recipients: AdviceRecipients,
): Promise<void> {
  const { context, trx } = work;
  const level = levelAfter(advice, form, facts);
  if (level !== advice.level) await resealAdvice(work, advice, level);
  const saved = await updateAdvice(
    trx,
    advice.id,
    {
      body: storedText(context.keys, level, `advice|body|${advice.ref}`, facts.text),
      topic_id: facts.topicId,
      instrument_id: facts.instrumentId,
      provision_id: facts.provisionId,
      ...(isSameObjective(advice, form) ? {} : { objective_id: facts.objectiveId }),
      given_on: form.on,
      updated_at: context.now.toISOString(),
    },
    Number(form.version),
  );
  if (!saved) throw new Stale();
  if (!isSameObjective(advice, form)) {
    if (advice.interaction_id === null) await takeReadersOfObjective(work, advice.id, facts);
    else {
      await writeInteractionAudience(trx, advice.interaction_id);
      await requireLevelKept(trx, 'advice', advice.id, level);
    }
  }
  await replaceAdviceLinks(trx, advice.id, form.on, facts.links);
  if (form.on !== advice.given_on) await redateFirstSteps(trx, [advice.id], form.on);
  const known = recipients.map((one) => ({ ...one, token: tokenOf(one.person_ref, one.organisation_ref) }));
  await deleteRecipients(
    trx,
    known.filter(({ token }) => !form.recipients.includes(token)).map(({ id }) => id),
  );
  const added = form.recipients.filter((token) => !known.some((one) => one.token === token));
  await addRecipients(
    trx,
    advice.id,
    added.flatMap((token) => facts.byToken.get(token) ?? []),
  );
  // the meeting's version tells its editors of advice that they all see, before or after
  const objectives = [
    advice.objective_level ?? 0,
    ...(isSameObjective(advice, form) ? [] : [facts.objectiveLevel]),
  ];
  const isToldOf = objectives.includes(0);
  if (advice.interaction_id !== null && isToldOf) await raiseInteractionVersion(trx, advice.interaction_id);
}

function changesOf(before: AdviceForm, after: AdviceForm): Record<string, Change> {
  const facts = (form: AdviceForm) => ({
    text: form.text,
    topic: form.topic,
    given: form.on,
    instrument: form.instrument,
    provision: form.provision,
    recipients: [...form.recipients].sort(),
    work_areas: [...form.workAreas].sort(),
    countries: [...form.countries].sort(),
    objective: form.objective,
  });
  return changesBetween(facts(before), facts(after));
}
