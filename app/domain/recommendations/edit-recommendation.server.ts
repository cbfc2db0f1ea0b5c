import { listHistory } from '#db/queries/audit.ts';
import { updateRecommendation } from '#db/queries/recommendations.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { mergeFields } from '../kernel/merge-fields.ts';
import type { Clash } from '../reviews/edit-review.server.ts';
import { findOpenRecommendation } from './find-open-recommendation.server.ts';
import { readRecommendation, type RecommendationValues } from './recommendation-form.ts';
import { auditedRecommendation, recommendationValuesFrom } from './recommendation-values.server.ts';
import { resolveRecommendation } from './resolve-recommendation.ts';

export type EditRecommendationOutcome =
  | { outcome: 'saved' }
  | { outcome: 'refused'; errors: FormErrors }
  /** Somebody else changed the same fields: both texts; saving again at `version` keeps mine. */
  | {
      outcome: 'clash';
      version: number;
      clash: Clash<RecommendationValues>;
      theirs: RecommendationValues;
    };

interface Edit {
  version: number;
  /** What the form was opened with. */
  base: RecommendationValues;
  values: RecommendationValues;
}

/** Changes a recommendation; two people's changes meet field by field. Throws NotFound, Forbidden, Conflict. */
export async function editRecommendation(
  context: Context,
  ref: string,
  edit: Edit,
): Promise<EditRecommendationOutcome> {
  const row = await findOpenRecommendation(context, ref);
  const stored = await recommendationValuesFrom(context, row);
  const { merged, clashing } =
    row.version === edit.version
      ? { merged: edit.values, clashing: [] }
      : mergeFields(edit.base, edit.values, stored);
  if (clashing.length > 0) {
    const [last] = await listHistory(context.db, 'recommendation', [row.id], 1);
    const fields = clashing.map((name) => ({
      name,
      mine: String(edit.values[name]),
      theirs: String(stored[name]),
    }));
    const clash = { by: last?.actor_name ?? 'A colleague', at: last?.at ?? row.updated_at, fields };
    return { outcome: 'clash', version: row.version, clash, theirs: stored };
  }
  const read = readRecommendation(merged);
  if (!read.ok) return { outcome: 'refused', errors: read.errors };
  const resolved = resolveRecommendation(context, read.input);
  if ('errors' in resolved) return { outcome: 'refused', errors: resolved.errors };
  const changes = changesBetween(auditedRecommendation(stored), auditedRecommendation(merged));
  if (Object.keys(changes).length === 0) return { outcome: 'saved' };
  const { facts } = resolved;
  await commit(context, async ({ trx, record }) => {
    const change = { ...facts.row, updated_at: context.now.toISOString() };
    if (!(await updateRecommendation(trx, row.id, row.version, change, facts.workAreas))) {
      throw new Conflict('A colleague changed this just now. Open it again.');
    }
    record({ action: 'recommendation.edited', noun: 'recommendation', id: row.id, ref, changes });
  });
  return { outcome: 'saved' };
}
