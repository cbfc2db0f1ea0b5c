import { updateRecommendation } from '#db/queries/recommendations.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { requireKeeper } from '../reviews/require-keeper.ts';
import { findAnyRecommendation } from './find-open-recommendation.server.ts';

/** Brings an archived recommendation back. Throws NotFound, Forbidden, Conflict. */
export async function restoreRecommendation(context: Context, ref: string): Promise<void> {
  const row = await findAnyRecommendation(context, ref);
  requireKeeper(context.actor);
  if (row.archived_at === null) throw new Conflict('This is not archived.');
  await commit(context, async ({ trx, record }) => {
    const change = { archived_at: null, archived_by_id: null, updated_at: context.now.toISOString() };
    if (!(await updateRecommendation(trx, row.id, row.version, change))) {
      throw new Conflict('A colleague changed this just now. Open it again.');
    }
    const changes = { archived: [true, false] as [boolean, boolean] };
    record({ action: 'recommendation.restored', noun: 'recommendation', id: row.id, ref, changes });
  });
}
