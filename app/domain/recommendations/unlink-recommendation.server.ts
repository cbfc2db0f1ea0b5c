import { deletePush, findVisiblePush } from '#db/queries/recommendation-links.ts';
import { clip } from '../kernel/clip.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { findOpenRecommendation } from './find-open-recommendation.server.ts';
import type { PushTarget } from './push-target.ts';

class NotLinked extends Error {}

/** Says that a record of ours does not push a recommendation after all. Throws NotFound where the two are not linked. */
export async function unlinkRecommendation(context: Context, ref: string, target: PushTarget): Promise<void> {
  const row = await findOpenRecommendation(context, ref);
  const push = await findVisiblePush(context.db, context.actor, target.noun, target.ref);
  if (!push) throw new NotFound();
  try {
    await commit(context, async ({ trx, record }) => {
      if (!(await deletePush(trx, target.noun, row.id, push.id))) throw new NotLinked();
      record({
        action: 'recommendation.unlinked',
        noun: target.noun,
        id: push.id,
        ref: push.ref,
        changes: { recommendation: [clip(row.body), null] },
        sealed: push.level === 3,
      });
    });
  } catch (error) {
    if (error instanceof NotLinked) throw new NotFound();
    throw error;
  }
}
