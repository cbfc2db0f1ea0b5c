import { updateRecommendation } from '#db/queries/recommendations.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { findOpenRecommendation } from './find-open-recommendation.server.ts';

/** Takes a recommendation out of every list and count. Throws NotFound, Forbidden, Conflict. */
export async function archiveRecommendation(context: Context, ref: string): Promise<void> {
  const row = await findOpenRecommendation(context, ref);
  const at = context.now.toISOString();
  await commit(context, async ({ trx, record }) => {
    const change = { archived_at: at, archived_by_id: context.actor.accountId, updated_at: at };
    if (!(await updateRecommendation(trx, row.id, row.version, change))) {
      throw new Conflict('A colleague changed this just now. Open it again.');
    }
    const changes = { archived: [false, true] as [boolean, boolean] };
    record({ action: 'recommendation.archived', noun: 'recommendation', id: row.id, ref, changes });
  });
}
