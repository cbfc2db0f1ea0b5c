import { insertRecommendations } from '#db/queries/recommendations.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import { commitOnce } from '../kernel/commit-once.server.ts';
import type { Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { makeRef } from '../kernel/refs.ts';
import { findOpenReview } from '../reviews/find-open-review.server.ts';
import { readRecommendation, type RecommendationValues } from './recommendation-form.ts';
import { auditedRecommendation } from './recommendation-values.server.ts';
import { resolveRecommendation, type RecommendationFacts } from './resolve-recommendation.ts';

export type RecordOutcome =
  | { outcome: 'saved' | 'already-saved'; count: number }
  /** Errors by the place of the row and its field: `row.3.text`. */
  | { outcome: 'refused'; errors: FormErrors };

export const MOST_AT_ONCE = 150;

/** Records the recommendations that came of a review, all of them or none. Throws NotFound, Forbidden, Conflict. */
export async function recordRecommendations(
  context: Context,
  reviewRef: string,
  form: { key: string; rows: RecommendationValues[] },
): Promise<RecordOutcome> {
  const review = await findOpenReview(context, reviewRef);
  const { rows } = form;
  if (rows.length === 0) return refusedWith('pasted', 'Write at least one recommendation.');
  if (rows.length > MOST_AT_ONCE) return refusedWith('pasted', `Record at most ${MOST_AT_ONCE} at a time.`);
  const errors: FormErrors = {};
  const all: RecommendationFacts[] = [];
  for (const [place, values] of rows.entries()) {
    const read = readRecommendation(values);
    const resolved = read.ok ? resolveRecommendation(context, read.input) : { errors: read.errors };
    if ('facts' in resolved) all.push(resolved.facts);
    else
      for (const [field, words] of Object.entries(resolved.errors)) errors[`row.${place}.${field}`] = words;
  }
  if (Object.keys(errors).length > 0) return { outcome: 'refused', errors };
  const at = context.now.toISOString();
  const made = await commitOnce(context, { ...form, reviewRef }, async ({ trx, record }) => {
    const recommendations = all.map(({ row, workAreas }) => ({
      row: {
        ref: makeRef(context.random),
        review_id: review.id,
        ...row,
        author_id: context.actor.accountId,
        created_at: at,
        updated_at: at,
      },
      workAreas,
    }));
    const ids = await insertRecommendations(trx, recommendations);
    for (const [place, { row }] of recommendations.entries()) {
      const values = rows[place];
      record({
        action: 'recommendation.recorded',
        noun: 'recommendation',
        id: ids.get(row.ref) ?? null,
        ref: row.ref,
        changes: values ? changesBetween({}, auditedRecommendation(values)) : {},
      });
    }
    return reviewRef;
  });
  if (made.outcome !== 'key-used') return { outcome: made.outcome, count: rows.length };
  return refusedWith(
    'pasted',
    'This form was saved once already, with other words. Save it again to add these.',
  );
}

function refusedWith(field: string, message: string): RecordOutcome {
  return { outcome: 'refused', errors: { [field]: message } };
}
