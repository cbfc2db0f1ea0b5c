import { findVisibleNotification, listVisibleNotifications } from '#db/queries/notifications.ts';
import type { Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { readingOf } from '../reference/labels.server.ts';
import { toldLines } from './told-line.server.ts';
import { withHandOvers } from './with-hand-overs.server.ts';

const PAGE = 40;

/** A place in the inbox: in which part, and the notification it follows. */
const PLACE = /^(unread|read)~([0-9a-z]{10})$/;

/** What the actor was told of: the unread first, each part newest first. `after` is the place a page was turned at. */
export async function listInbox(context: Context, after: string) {
  const { db, actor } = context;
  const place = after === '' ? undefined : await placeOf(context, after);
  const limit = PAGE + 1;
  const unread =
    place?.unread === false
      ? []
      : await listVisibleNotifications(db, actor, { unread: true, before: place?.id, limit });
  const left = limit - unread.length;
  const before = place?.unread === false ? place.id : undefined;
  const read =
    left > 0 ? await listVisibleNotifications(db, actor, { unread: false, before, limit: left }) : [];
  const rows = [...unread, ...read];
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    lines: await withHandOvers(context, shown, await toldLines(context, shown)),
    /** Up to here "mark all as read" reaches; '' where nothing on the page is unread. */
    newestUnread: shown.find((row) => row.read_at === null)?.ref ?? '',
    next: rows.length > PAGE && last ? `${last.read_at === null ? 'unread' : 'read'}~${last.ref}` : null,
    turned: place !== undefined,
    reading: readingOf(context),
  };
}

export type InboxPage = Awaited<ReturnType<typeof listInbox>>;

async function placeOf({ db, actor }: Context, after: string) {
  const [, part, ref = ''] = PLACE.exec(after) ?? [];
  const row = isRef(ref) ? await findVisibleNotification(db, actor, { ref }) : undefined;
  if (!row) throw new BadRequest('This is no place in the inbox.');
  return { unread: part === 'unread', id: row.id };
}
