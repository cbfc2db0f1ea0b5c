import { updateFeedRevoked } from '#db/queries/calendar-feeds.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';

/** Ends a feed of the actor: its address answers nothing from now on. Throws NotFound where there is none to end. */
export async function revokeFeed(context: Context, ref: string): Promise<void> {
  if (!isRef(ref)) throw new NotFound();
  const { accountId } = context.actor;
  await commit(context, async ({ trx, record }) => {
    const feed = await updateFeedRevoked(trx, { ref, accountId }, context.now.toISOString());
    if (!feed) throw new NotFound();
    record({ action: 'feed.revoked', noun: 'feed', id: feed.id, ref, changes: {} });
  });
}
