import type { AdviceStepRow } from '#db/queries/advice-record.ts';
import { STEP_TEXTS } from '#db/queries/reseal.ts';
import type { Evidence } from '#db/schema/promises.ts';
import type { Keys } from '../kernel/keys.server.ts';
import { readText, storedText } from '../kernel/sealed-text.server.ts';
import type { StepForm } from './step-form.ts';

export type StepTexts = Record<(typeof STEP_TEXTS)[number], string>;

/** What somebody wrote in the form, by column. */
export function textsOf(form: StepForm): StepTexts {
  return {
    note: form.note,
    evidence_link: form.link,
    what_changed: form.whatChanged,
    changed_by: form.changedBy,
    verified_by: form.verifiedBy,
    reason: form.reason,
  };
}

/** The texts as they are stored at this level; nothing written is null. */
export function storedStepTexts(keys: Keys, level: number, ref: string, texts: StepTexts) {
  const stored = STEP_TEXTS.map((column) => [
    column,
    texts[column] === '' ? null : storedText(keys, level, `advice_step|${column}|${ref}`, texts[column]),
  ]);
  return Object.fromEntries(stored) as Record<keyof StepTexts, string | null>;
}

/** The texts of a step as they were written; '' for nothing. */
export function readStepTexts(
  keys: Keys,
  level: number,
  step: { ref: string } & Record<keyof StepTexts, string | null>,
): StepTexts {
  const read = STEP_TEXTS.map((column) => [
    column,
    readText(
      keys,
      step[column] === null ? 0 : level,
      `advice_step|${column}|${step.ref}`,
      step[column] ?? '',
    ),
  ]);
  return Object.fromEntries(read) as StepTexts;
}

/**
 * The evidence as the actor may know it. A meeting that they do not see is no evidence to them: what is left is the
 * document that is named beside it, or the word of the colleague who recorded the step. It reads as that, since a blank
 * would tell of a meeting that is hidden.
 */
export function knownEvidence(
  step: Pick<AdviceStepRow, 'evidence' | 'shown_ref' | 'evidence_link'>,
): Evidence {
  if (step.evidence !== 'interaction' || step.shown_ref !== null) return step.evidence;
  return step.evidence_link === null ? 'staff_judgement' : 'document';
}

/** Evidence as the audit keeps it: `interaction:<ref>` names the meeting, so that its history hides it too. */
export function evidenceFact(evidence: Evidence, meetingRef: string | null): string {
  return evidence === 'interaction' && meetingRef !== null ? `interaction:${meetingRef}` : evidence;
}
