import { countVisibleUnread } from '#db/queries/notifications.ts';
import type { Context } from '../kernel/context.ts';
import { findChoices } from './find-choices.server.ts';

/** More than this many are just "more". */
export const MOST_COUNTED = 99;

/** How many unread lines the inbox shows, up to one more than `MOST_COUNTED`; 0 for whoever wants calm. */
export async function countUnread({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<number> {
  const unread = await countVisibleUnread(db, actor, MOST_COUNTED + 1);
  if (unread === 0) return 0;
  const { choices } = (await findChoices(db, [actor.accountId])).get(actor.accountId) ?? {};
  return choices?.calm ? 0 : unread;
}
