import { listAdviceSteps, type AdviceRecord } from '#db/queries/advice-record.ts';
import { insertAdviceStep, updateAdvice } from '#db/queries/advice-writes.ts';
import type { Contribution, Evidence } from '#db/schema/promises.ts';
import { commit } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { makeRef } from '../kernel/refs.ts';
import { tell } from '../notifications/tell.server.ts';
import { findChangeableAdvice } from './find-changeable.server.ts';
import { findEvidence } from './find-evidence.server.ts';
import { statusOf, type StatusTerm } from './status-terms.server.ts';
import { kindOfMove, needsReason, takesContribution } from './statuses.ts';
import type { StepForm } from './step-form.ts';
import { evidenceFact, storedStepTexts, textsOf } from './step-texts.server.ts';

/** `step`: the ref of the new step. */
export type MoveOutcome = { outcome: 'saved'; step?: string } | { outcome: 'refused'; errors: FormErrors };

/**
 * Says what became of a piece of advice: one more dated step with its evidence, which becomes its status. Turning back
 * needs a reason. Throws NotFound, Forbidden, and Conflict where a colleague was faster.
 */
export async function moveAdvice(context: Context, ref: string, form: StepForm): Promise<MoveOutcome> {
  const { actor, db, reference, keys } = context;
  const advice = await findChangeableAdvice(context, ref);
  const steps = await listAdviceSteps(db, actor, advice.id);
  const status = statusOf(context, form.status);
  const current = { ...reference.termById(advice.status_id), meaning: advice.meaning };
  const meeting = form.evidence === 'interaction' ? await findEvidence(context, form.meeting) : undefined;
  const errors: FormErrors = {
    ...dateFaults(form.on, steps.at(-1)?.occurred_on ?? advice.given_on, today(context)),
    ...evidenceFaults(form, meeting),
    ...moveFaults(current, status, form),
  };
  if (!status || Object.keys(errors).length > 0) return { outcome: 'refused', errors };
  const stepRef = makeRef(context.random);
  await commit(context, async (work) => {
    const { trx, record } = work;
    const at = context.now.toISOString();
    const texts = textsOf(form);
    const isMoved = await updateAdvice(
      trx,
      advice.id,
      { status_id: status.id, meaning: status.meaning, updated_at: at },
      Number(form.version),
    );
    if (!isMoved) throw movedMeanwhile();
    await insertAdviceStep(trx, {
      ref: stepRef,
      advice_id: advice.id,
      status_id: status.id,
      occurred_on: form.on,
      evidence: form.evidence as Evidence,
      evidence_interaction_id: meeting?.id ?? null,
      ...storedStepTexts(keys, advice.level, stepRef, texts),
      contribution: form.contribution === '' ? null : (form.contribution as Contribution),
      author_id: actor.accountId,
      created_at: at,
    });
    record({
      action: 'advice.moved',
      noun: 'advice',
      id: advice.id,
      ref,
      changes: {
        status: [reference.termById(advice.status_id).code, status.code],
        on: [null, form.on],
        evidence: [null, evidenceFact(form.evidence as Evidence, meeting?.ref ?? null)],
        ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, [null, text]])),
        contribution: [null, form.contribution],
      },
      sealed: advice.level === 3,
    });
    tell(work, { kind: 'moved', noun: 'advice', recordId: advice.id, accountId: advice.author_id });
  });
  return { outcome: 'saved', step: stepRef };
}

const movedMeanwhile = () =>
  new Conflict(
    'A colleague changed this advice while you were writing. Look at what it says now, then save.',
  );

/** Steps follow each other: none is dated before the one it comes after, and none in the future. */
export function dateFaults(on: string, earliest: string, latest: string): FormErrors {
  if (on < earliest) return { on: 'This cannot have happened before the step that it follows.' };
  return on > latest ? { on: 'Enter a date that is not in the future.' } : {};
}

export function evidenceFaults(form: StepForm, meeting: { state: string } | undefined): FormErrors {
  if (form.evidence === 'interaction' && !meeting) return { meeting: 'Choose the meeting that shows it.' };
  if (form.evidence === 'interaction' && meeting?.state !== 'held')
    return { meeting: 'A meeting shows something once it was held. Choose another.' };
  if (form.evidence === 'document' && form.link === '')
    return { link: 'Say where the document is: its address, or its title and page.' };
  return {};
}

function moveFaults(
  current: Pick<AdviceRecord, 'meaning'> & { id: number; position: number },
  status: StatusTerm | undefined,
  form: StepForm,
): FormErrors {
  if (!status) return { status: 'Choose what became of the advice.' };
  if (!kindOfMove(current, status)) return { status: 'It stands there already. Choose what became of it.' };
  if (needsReason(current, status) && form.reason === '') return { reason: 'Say why it was turned back.' };
  if (form.contribution !== '' && !takesContribution(status))
    return { contribution: 'A contribution is said of what was adopted. Leave this empty here.' };
  return {};
}
