import { findVisibleNotification } from '#db/queries/notifications.ts';
import type { OutboxRow } from '#db/queries/outbox.ts';
import type { Actor } from '#db/visibility.ts';
import { findChoices } from '../notifications/find-choices.server.ts';
import { wantsMail } from '../notifications/tell.server.ts';
import { toldLines } from '../notifications/told-line.server.ts';
import { quietUntil } from './due-hour.ts';
import type { Composed } from './compose-mail.server.ts';
import type { MailReader, TimedContext } from './mail-context.ts';

/** The mail of a notification: through what its reader may see, has read and wants to hear now. */
export async function composeNotice(
  { db, clock }: Pick<TimedContext, 'db' | 'clock'>,
  actor: Actor,
  reader: MailReader,
  mail: OutboxRow,
): Promise<Composed> {
  const row =
    mail.notification_id === null
      ? undefined
      : await findVisibleNotification(db, actor, { id: mail.notification_id });
  const [line] = row ? await toldLines({ db, actor }, [row]) : [];
  const choices = (await findChoices(db, [actor.accountId])).get(actor.accountId)?.choices;
  if (!line || !choices || !line.unread || !wantsMail(choices, line.kind)) return 'drop';
  const until = quietUntil(clock(), actor.zone, choices);
  if (until) return { until };
  const { noun, ref, homeRef, words, level, dueOn } = line.record;
  return {
    content: {
      kind: 'notice',
      messageId: mail.message_id,
      reader,
      told: line.kind === 'mentioned' ? 'mentioned' : 'assigned',
      record: { noun, ref, homeRef },
      shown: level === 'internal' ? { by: line.by ?? '', words, dueOn } : null,
    },
  };
}
