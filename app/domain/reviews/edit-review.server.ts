import { listHistory } from '#db/queries/audit.ts';
import { updateReview } from '#db/queries/reviews.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { mergeFields } from '../kernel/merge-fields.ts';
import { findOpenReview } from './find-open-review.server.ts';
import { resolveReview } from './resolve-review.server.ts';
import { readReview, type ReviewValues } from './review-form.ts';
import { auditedReview, reviewValuesFrom } from './review-values.server.ts';

export interface Clash<T> {
  by: string;
  at: string;
  fields: { name: keyof T; mine: string; theirs: string }[];
}

export type EditOutcome =
  | { outcome: 'saved'; dateMoved: boolean }
  | { outcome: 'refused'; errors: FormErrors }
  /** Somebody else changed the same fields: both texts; saving again at `version` keeps mine. */
  | { outcome: 'clash'; version: number; clash: Clash<ReviewValues>; theirs: ReviewValues };

interface Edit {
  version: number;
  /** What the form was opened with. */
  base: ReviewValues;
  values: ReviewValues;
}

/**
 * Changes a review. What somebody else changed meanwhile in other fields is kept; in the same fields both texts are
 * answered. A date that comes from the calendar of the UPR stays as the calendar has it. Throws NotFound, Forbidden,
 * Conflict.
 */
export async function editReview(context: Context, ref: string, edit: Edit): Promise<EditOutcome> {
  const row = await findOpenReview(context, ref);
  const stored = await reviewValuesFrom(context, row);
  const outdated = row.version !== edit.version;
  const { merged, clashing } = outdated
    ? mergeFields(edit.base, edit.values, stored)
    : { merged: edit.values, clashing: [] };
  if (clashing.length > 0) {
    const [last] = await listHistory(context.db, 'review', [row.id], 1);
    const fields = clashing.map((name) => ({ name, mine: edit.values[name], theirs: stored[name] }));
    const clash = { by: last?.actor_name ?? 'the calendar', at: last?.at ?? row.updated_at, fields };
    return { outcome: 'clash', version: row.version, clash, theirs: stored };
  }
  const values =
    row.upr_review_id === null ? merged : { ...merged, ...fromCalendar(stored, row.upr_starts_on) };
  const read = readReview(values);
  if (!read.ok) return { outcome: 'refused', errors: read.errors };
  const resolved = await resolveReview(context, read.input);
  if ('errors' in resolved) return { outcome: 'refused', errors: resolved.errors };
  const changes = changesBetween(
    auditedReview(stored),
    auditedReview({ ...values, title: resolved.facts.title }),
  );
  if (Object.keys(changes).length === 0) return { outcome: 'saved', dateMoved: false };
  await commit(context, async ({ trx, record }) => {
    const change = { ...resolved.facts, updated_at: context.now.toISOString() };
    if (!(await updateReview(trx, row.id, row.version, change))) {
      throw new Conflict('A colleague changed this review just now. Open it again.');
    }
    record({ action: 'review.edited', noun: 'review', id: row.id, ref, changes });
  });
  return { outcome: 'saved', dateMoved: resolved.facts.starts_on !== row.starts_on };
}

/** What the calendar says, and nobody types. */
function fromCalendar(stored: ReviewValues, dated: string | null): Partial<ReviewValues> {
  const { country, body, title, source, asOf, starts, ends } = stored;
  return { country, body, title, source, asOf, ...(dated === null ? {} : { starts, ends }) };
}
