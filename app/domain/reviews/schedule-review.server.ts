import { insertReview } from '#db/queries/reviews.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import { commitOnce } from '../kernel/commit-once.server.ts';
import type { Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { makeRef } from '../kernel/refs.ts';
import { requireKeeper } from './require-keeper.ts';
import { resolveReview } from './resolve-review.server.ts';
import { readReview, type ReviewValues } from './review-form.ts';
import { auditedReview } from './review-values.server.ts';

export type ScheduleOutcome =
  { outcome: 'saved' | 'already-saved'; ref: string } | { outcome: 'refused'; errors: FormErrors };

/** Enters a review of a State in the register. The same key twice makes one. Throws Forbidden. */
export async function scheduleReview(
  context: Context,
  form: { key: string; values: ReviewValues },
): Promise<ScheduleOutcome> {
  requireKeeper(context.actor);
  const read = readReview(form.values);
  if (!read.ok) return { outcome: 'refused', errors: read.errors };
  const resolved = await resolveReview(context, read.input);
  if ('errors' in resolved) return { outcome: 'refused', errors: resolved.errors };
  const { facts } = resolved;
  const at = context.now.toISOString();
  const made = await commitOnce(context, form, async ({ trx, record }) => {
    const ref = makeRef(context.random);
    const id = await insertReview(trx, {
      ref,
      ...facts,
      author_id: context.actor.accountId,
      created_at: at,
      updated_at: at,
    });
    const changes = changesBetween({}, auditedReview({ ...form.values, title: facts.title }));
    record({ action: 'review.scheduled', noun: 'review', id, ref, changes });
    return ref;
  });
  if (made.outcome !== 'key-used') return made;
  return {
    outcome: 'refused',
    errors: { title: 'This form was saved once already, with other words. Save it again to make another.' },
  };
}
