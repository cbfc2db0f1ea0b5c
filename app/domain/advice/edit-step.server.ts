import { listAdviceSteps, type AdviceRecord, type AdviceStepRow } from '#db/queries/advice-record.ts';
import { updateAdviceStep } from '#db/queries/advice-writes.ts';
import type { Contribution, Evidence } from '#db/schema/promises.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import { commit } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { Conflict, NotFound } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { requireLevelKept } from '../kernel/level-kept.server.ts';
import { findChangeableAdvice } from './find-changeable.server.ts';
import { findEvidence } from './find-evidence.server.ts';
import { dateFaults, evidenceFaults, type MoveOutcome } from './move-advice.server.ts';
import { needsReason, takesContribution } from './statuses.ts';
import type { StepForm } from './step-form.ts';
import { evidenceFact, knownEvidence, readStepTexts, storedStepTexts, textsOf } from './step-texts.server.ts';

/** A step of advice with those before and after it. Throws NotFound, Forbidden or Conflict. */
export async function findStep(context: Context, ref: string, stepRef: string) {
  const advice = await findChangeableAdvice(context, ref);
  const steps = await listAdviceSteps(context.db, context.actor, advice.id);
  const place = steps.findIndex((one) => one.ref === stepRef);
  const step = steps[place];
  if (!step) throw new NotFound();
  return { advice, step, before: steps[place - 1], after: steps[place + 1] };
}

/** The step as its form: evidence that the editor may not know of reads as what is left without it. */
export function formOfStep(context: Context, advice: AdviceRecord, step: AdviceStepRow): StepForm {
  const texts = readStepTexts(context.keys, advice.level, step);
  return {
    version: String(step.version),
    status: '',
    on: step.occurred_on,
    evidence: knownEvidence(step),
    meeting: step.shown_ref ?? '',
    link: texts.evidence_link,
    whatChanged: texts.what_changed,
    changedBy: texts.changed_by,
    contribution: step.contribution ?? '',
    verifiedBy: texts.verified_by,
    note: texts.note,
    reason: texts.reason,
  };
}

/** Changes the words of a step, its date between its neighbours and its evidence; never what it moved to. */
export async function editStep(
  context: Context,
  ref: string,
  stepRef: string,
  form: StepForm,
): Promise<MoveOutcome> {
  const found = await findStep(context, ref, stepRef);
  const { advice, step } = found;
  const shown = formOfStep(context, advice, step);
  const keepsEvidence =
    form.evidence === shown.evidence &&
    form.meeting === (form.evidence === 'interaction' ? shown.meeting : form.meeting);
  const meeting = form.evidence === 'interaction' ? await findEvidence(context, form.meeting) : undefined;
  const errors = {
    ...(form.on === step.occurred_on ? {} : redateFaults(context, found, form.on)),
    ...(keepsEvidence && form.evidence === 'interaction' ? {} : evidenceFaults(form, meeting)),
    ...wordFaults(context, found, form),
  };
  if (Object.keys(errors).length > 0) return { outcome: 'refused', errors };
  const evidence = keepsEvidence
    ? { evidence: step.evidence, evidence_interaction_id: step.evidence_interaction_id }
    : { evidence: form.evidence as Evidence, evidence_interaction_id: meeting?.id ?? null };
  const changes = changesBetween(factsOf(shown), factsOf(form));
  if (Object.keys(changes).length === 0) return { outcome: 'saved' };
  await commit(context, async ({ trx, record }) => {
    await requireLevelKept(trx, 'advice', advice.id, advice.level);
    const isSaved = await updateAdviceStep(trx, step.id, Number(form.version), {
      occurred_on: form.on,
      ...evidence,
      ...storedStepTexts(context.keys, advice.level, stepRef, textsOf(form)),
      contribution: form.contribution === '' ? null : (form.contribution as Contribution),
    });
    if (!isSaved) throw new Conflict('A colleague changed this step while you were writing.');
    record({
      action: 'advice.step-edited',
      noun: 'advice',
      id: advice.id,
      ref,
      changes,
      sealed: advice.level === 3,
    });
  });
  return { outcome: 'saved' };
}

type Found = Awaited<ReturnType<typeof findStep>>;

/** The first step is dated as the advice itself, which has its own form for that. */
function redateFaults(context: Context, { before, after }: Found, on: string): FormErrors {
  if (!before) return { on: 'This is the day on which the advice was given: change it with the advice.' };
  if (after && on > after.occurred_on)
    return { on: 'This cannot have happened after the step that follows it.' };
  return dateFaults(on, before.occurred_on, today(context));
}

function wordFaults({ reference }: Context, { step, before }: Found, form: StepForm): FormErrors {
  const status = (id: number) => {
    const term = reference.termById(id);
    return { ...term, meaning: term.meaning ?? ('open' as const) };
  };
  const now = status(step.status_id);
  if (before && needsReason(status(before.status_id), now) && form.reason === '')
    return { reason: 'Say why it was turned back.' };
  if (form.contribution !== '' && !takesContribution(now))
    return { contribution: 'A contribution is said of what was adopted. Leave this empty here.' };
  return {};
}

function factsOf(form: StepForm): Record<string, unknown> {
  return {
    on: form.on,
    evidence: evidenceFact(form.evidence as Evidence, form.meeting || null),
    ...textsOf(form),
    contribution: form.contribution,
  };
}
