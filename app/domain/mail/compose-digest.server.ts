import { levelName } from '#db/levels.ts';
import { listOpenFollowUps, type FollowUpRow } from '#db/queries/follow-up-glances.ts';
import { countVisibleUnread } from '#db/queries/notifications.ts';
import type { OutboxRow } from '#db/queries/outbox.ts';
import type { Actor } from '#db/visibility.ts';
import { clip } from '../kernel/clip.ts';
import { addDays } from '../kernel/fields.ts';
import type { Composed } from './compose-mail.server.ts';
import type { DuePart, MailReader, TimedContext } from './mail-context.ts';

const MOST_COUNTED = 500;
const MOST_NAMED = 10;

/** What is due of the reader's, late, today and in the six days after. Nothing due and nothing unread: no mail. */
export async function composeDigest(
  { db }: Pick<TimedContext, 'db'>,
  actor: Actor,
  reader: MailReader,
  mail: OutboxRow,
): Promise<Composed> {
  const { today } = reader;
  // Put off until another day it would speak of a day that is over: that day has a digest of its own.
  if (mail.digest_on === null || mail.digest_on < addDays(today, -1)) return 'drop';
  const due = { assigneeId: actor.accountId, dueUntil: addDays(today, 6), today };
  const rows = await listOpenFollowUps(db, actor, due, MOST_COUNTED);
  const unread = await countVisibleUnread(db, actor, MOST_COUNTED);
  if (rows.length === 0 && unread === 0) return 'drop';
  return {
    content: {
      kind: 'digest',
      messageId: mail.message_id,
      reader,
      overdue: partOf(rows.filter((row) => row.due_on < today)),
      dueToday: partOf(rows.filter((row) => row.due_on === today)),
      thisWeek: partOf(rows.filter((row) => row.due_on > today)),
      unread,
    },
  };
}

function partOf(rows: readonly FollowUpRow[]): DuePart {
  const open = rows.filter((row) => levelName(row.level) === 'internal');
  const named = open.slice(0, MOST_NAMED).map((row) => ({
    ref: row.ref,
    title: clip(row.title),
    dueOn: row.due_on,
  }));
  return { count: rows.length, named };
}
