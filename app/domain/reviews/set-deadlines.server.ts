import { insertDeadlines, listDeadlineRules, listDeadlines } from '#db/queries/review-deadlines.ts';
import { commitOnce } from '../kernel/commit-once.server.ts';
import type { Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { makeRef } from '../kernel/refs.ts';
import type { DeadlineValues } from './deadline-form.ts';
import { findOpenReview } from './find-open-review.server.ts';
import { dueBefore } from './plan-deadlines.ts';
import { resolveDeadlines, type DeadlineFacts } from './resolve-deadline.server.ts';

export type SetOutcome =
  | { outcome: 'saved' | 'already-saved'; count: number }
  | { outcome: 'refused'; errors: FormErrors; kind: string };

interface Plan {
  key: string;
  rows: DeadlineValues[];
  /** Planned back by the rules: a kind that the review has already is passed over. By hand it may come twice. */
  planned: boolean;
}

/**
 * Sets deadlines of ours before a review, all of them in one act. One that falls where the rule puts it moves with the
 * review later; one on another day was set by hand. Throws NotFound, Forbidden, Conflict.
 */
export async function setDeadlines(context: Context, reviewRef: string, plan: Plan): Promise<SetOutcome> {
  const { db, random, now, reference } = context;
  const review = await findOpenReview(context, reviewRef);
  const existing = (await listDeadlines(db, [review.id])).map(({ kind_id }) => kind_id);
  const rows = plan.rows.filter(({ kind }) => {
    const id = reference.findTerm('deadline_kind', kind)?.id;
    return !plan.planned || id === undefined || !existing.includes(id);
  });
  if (rows.length === 0) return { outcome: 'already-saved', count: 0 };
  const resolved = await resolveDeadlines(context, rows);
  if ('errors' in resolved) return { outcome: 'refused', errors: resolved.errors, kind: resolved.row.kind };
  const rules = await listDeadlineRules(db, review.body_id);
  const at = now.toISOString();
  const form = { key: plan.key, review: reviewRef, rows: plan.rows };
  const made = await commitOnce(context, form, async ({ trx, record }) => {
    await insertDeadlines(
      trx,
      resolved.facts.map((facts) => ({
        ref: makeRef(random),
        review_id: review.id,
        ...facts,
        days_before: daysByRule(rules, review.starts_on, facts),
        created_at: at,
        updated_at: at,
      })),
    );
    for (const { title, due_on } of resolved.facts) {
      record({
        action: 'deadline.set',
        noun: 'review',
        id: review.id,
        ref: reviewRef,
        changes: { deadline: [null, title], due: [null, due_on] },
      });
    }
    return reviewRef;
  });
  if (made.outcome !== 'key-used') return { outcome: made.outcome, count: rows.length };
  const message = 'This form was saved once already, with other words. Save it again to set these too.';
  return { outcome: 'refused', errors: { due: message }, kind: rows[0]?.kind ?? '' };
}

/** How many days before the review its rule puts it; null where it was set on another day. */
function daysByRule(
  rules: Awaited<ReturnType<typeof listDeadlineRules>>,
  startsOn: string | null,
  { kind_id, due_on }: DeadlineFacts,
): number | null {
  const rule = rules.find((one) => one.kind_id === kind_id);
  if (!rule || startsOn === null) return null;
  return dueBefore(startsOn, rule.days_before) === due_on ? rule.days_before : null;
}
