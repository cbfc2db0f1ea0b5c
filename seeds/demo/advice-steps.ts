import { blankStep, type StepForm } from '#app/domain/advice/step-form.ts';
import { statusOf } from '#app/domain/advice/status-terms.server.ts';
import { needsReason } from '#app/domain/advice/statuses.ts';
import { moveAdvice } from '#app/domain/advice/move-advice.server.ts';
import { offerEvidence } from '#app/domain/advice/offer-evidence.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { findVisibleAdviceRecord } from '#db/queries/advice-record.ts';
import { listPromiseLinks } from '#db/queries/interaction-reads.ts';
import type { Chance } from '../random.ts';
import { stepNotes } from './fates.ts';

const changes: Record<string, readonly string[]> = {
  acknowledged: [
    'On the agenda of the working group.',
    'Passed on to the legal department for an opinion.',
    'They asked for the wording in the language of the law.',
  ],
  partly_adopted: [
    'The new draft takes over the first point; the second was left to a decree.',
    'The circular covers the capital; the other stations follow next year.',
    'Article 9 of the draft now says what we proposed, with a longer delay.',
  ],
  adopted: [
    'The article stands in the law as we proposed it.',
    'The regulation was signed with the wording of our comments.',
    'The board decided it and published the decision.',
  ],
  in_practice: [
    'Unannounced visits took place in three places this quarter, two of them at night.',
    'The register is kept on every shift that we saw.',
    'The module is taught to each new intake.',
  ],
};

const changers = [
  'The drafting committee',
  'The plenary of the assembly',
  'The director general',
  'The minister, by order',
  'The board of the mechanism',
];

const documents = [
  'Official Journal no. 14, p. 3 (fictional)',
  'Law 2025-11 on places of detention, art. 9 (fictional)',
  'Circular 27/DG of the police, annex (fictional)',
  'Report of the committee stage, p. 41 (fictional)',
];

const verifiers = [
  'The text as published',
  'A member of the mechanism, by telephone',
  'Our visit of the same month',
  '',
];

const reasons: Record<string, readonly string[]> = {
  given: ['They say they never received it.'],
  acknowledged: ['The new minister has the draft reviewed from the beginning.'],
  adopted: ['The new minister took it up again.'],
  partly_adopted: ['The constitutional court struck out the second point.'],
  superseded: ['The bill was withdrawn, and another one is being written.'],
  lapsed: ['The decision was never carried out, and nobody answers for it any more.'],
  withdrawn: ['The mechanism showed us that it would do harm.'],
};

/** Takes a piece of advice one step on, with what changed, who changed it and what shows it. */
export async function takeStep(
  context: Context,
  chance: Chance,
  { ref, status, on }: { ref: string; status: string; on: string },
): Promise<{ outcome: string }> {
  const advice = await findVisibleAdviceRecord(context.db, context.actor, ref);
  if (!advice) throw new Error(`The advice ${ref} of the demo is gone.`);
  const won = /adopted|practice/.test(status);
  const current = { ...context.reference.termById(advice.status_id), meaning: advice.meaning };
  const next = statusOf(context, status);
  const isTurned = next !== undefined && needsReason(current, next);
  const evidence = chance.next();
  const links = (await listPromiseLinks(context.db, 'advice', [advice.id])).get(advice.id);
  const met = await offerEvidence(context, { countryId: links?.countries[0], from: advice.given_on });
  const meeting = met.find((one) => one.on <= on && one.ref !== advice.origin_ref);
  const form: StepForm = {
    ...blankStep(advice.version, on),
    status,
    evidence: 'staff_judgement',
    ...(evidence < 0.35 && meeting ? { evidence: 'interaction', meeting: meeting.ref } : {}),
    ...(evidence >= 0.35 && won ? { evidence: 'document', link: chance.pick(documents) } : {}),
    note: status === 'rejected' ? '' : chance.pick(stepNotes[status] ?? ['']),
    reason: isTurned
      ? chance.pick((status === 'rejected' ? stepNotes[status] : reasons[status]) ?? [''])
      : '',
    ...(won
      ? {
          whatChanged: chance.pick(changes[status] ?? ['']),
          changedBy: chance.pick(changers),
          contribution: chance.pick(['possible', 'plausible', 'plausible', 'substantiated'] as const),
          verifiedBy: chance.pick(verifiers),
        }
      : { whatChanged: chance.happens(0.5) ? chance.pick(changes[status] ?? ['']) : '' }),
  };
  return moveAdvice(context, ref, form);
}
