import { findVisiblePush, insertPush } from '#db/queries/recommendation-links.ts';
import { clip } from '../kernel/clip.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, NotFound } from '../kernel/errors.ts';
import { findOpenRecommendation } from './find-open-recommendation.server.ts';
import type { PushTarget } from './push-target.ts';

class LinkedAlready extends Error {}

/**
 * Says that a record of ours pushes a recommendation. It is recorded with the record, not with the recommendation,
 * which all read: what is hidden leaves no trace there. Throws NotFound also for a record that the actor may not see.
 */
export async function linkRecommendation(context: Context, ref: string, target: PushTarget): Promise<void> {
  const row = await findOpenRecommendation(context, ref);
  const push = await findVisiblePush(context.db, context.actor, target.noun, target.ref);
  if (!push) throw new NotFound();
  try {
    await commit(context, async ({ trx, record }) => {
      if (!(await insertPush(trx, target.noun, row.id, push.id))) throw new LinkedAlready();
      record({
        action: 'recommendation.linked',
        noun: target.noun,
        id: push.id,
        ref: push.ref,
        changes: { recommendation: [null, clip(row.body)] },
        sealed: push.level === 3,
      });
    });
  } catch (error) {
    if (error instanceof LinkedAlready) throw new Conflict('The two are linked already.');
    throw error;
  }
}
