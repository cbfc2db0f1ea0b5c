import { transact } from '#db/client.ts';
import { findVisibleNotification, updateAllRead, updateRead } from '#db/queries/notifications.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { toldLines, type ToldLine } from './told-line.server.ts';

// What one has read of what one was told is nobody else's business: like drafts, it is not in the audit.

/** Marks one as read, or as unread again, and answers its line. Throws NotFound for what the actor is not shown. */
export async function readNotification(context: Context, ref: string, read = true): Promise<ToldLine> {
  const { db, actor, now } = context;
  const row = isRef(ref) ? await findVisibleNotification(db, actor, { ref }) : undefined;
  const [line] = row ? await toldLines(context, [row]) : [];
  if (!row || !line) throw new NotFound();
  if ((row.read_at !== null) !== read) {
    await transact(db, (trx) => updateRead(trx, row.id, read ? now.toISOString() : null));
  }
  return line;
}

/** Marks everything as read that the inbox showed up to the line `until`. */
export async function readAllNotifications(context: Context, until: string): Promise<void> {
  const { db, actor, now } = context;
  const row = isRef(until) ? await findVisibleNotification(db, actor, { ref: until }) : undefined;
  if (!row) throw new NotFound();
  await transact(db, (trx) => updateAllRead(trx, actor, row.id, now.toISOString()));
}
