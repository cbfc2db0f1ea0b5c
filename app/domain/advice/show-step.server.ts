import { listPromiseLinks } from '#db/queries/interaction-reads.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { clip } from '../kernel/clip.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { readingOf } from '../reference/labels.server.ts';
import { findStep, formOfStep } from './edit-step.server.ts';
import { offerEvidence } from './offer-evidence.server.ts';
import { statusLabel } from './status-terms.server.ts';
import { needsReason, takesContribution, type AdviceStatus } from './statuses.ts';

/** The words of one step as its form, and what can be chosen in it. Throws NotFound, Forbidden or Conflict. */
export async function showStep(context: Context, ref: string, stepRef: string) {
  const { reference, keys } = context;
  const { advice, step, before, after } = await findStep(context, ref, stepRef);
  if (advice.level >= 2) {
    await recordOpening(context, {
      action: 'advice.opened',
      noun: 'advice',
      id: advice.id,
      ref,
      changes: {},
    });
  }
  const links = (await listPromiseLinks(context.db, 'advice', [advice.id])).get(advice.id);
  const status = (id: number): AdviceStatus => {
    const { position, meaning } = reference.termById(id);
    return { id, position, meaning: meaning ?? 'open' };
  };
  const offered = await offerEvidence(context, { countryId: links?.countries[0], from: advice.given_on });
  const shown =
    step.shown_ref === null || offered.some((one) => one.ref === step.shown_ref)
      ? []
      : [
          {
            ref: step.shown_ref,
            on: step.shown_on ?? '',
            summary: step.shown_level === 3 ? '' : (step.shown_summary ?? ''),
            with: [],
          },
        ];
  return {
    ref,
    step: stepRef,
    advice: clip(readText(keys, advice.level, `advice|body|${ref}`, advice.body), 120),
    status: statusLabel(context, step.status_id),
    form: formOfStep(context, advice, step),
    isFirst: before === undefined,
    earliest: before?.occurred_on ?? advice.given_on,
    latest: after?.occurred_on ?? today(context),
    needsReason: before !== undefined && needsReason(status(before.status_id), status(step.status_id)),
    takesContribution: takesContribution(status(step.status_id)),
    meetings: [...shown, ...offered],
    reading: readingOf(context),
  };
}

export type StepFormView = Awaited<ReturnType<typeof showStep>>;
