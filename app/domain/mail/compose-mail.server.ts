import { findMailReader } from '#db/queries/mail-readers.ts';
import type { OutboxRow } from '#db/queries/outbox.ts';
import { dayIn } from '../kernel/context.ts';
import { composeDigest } from './compose-digest.server.ts';
import { composeNotice } from './compose-notice.server.ts';
import type { MailContent, TimedContext } from './mail-context.ts';

/** A mail to send now, one to keep until later, or nothing: the reader may not see, or does not want, what it tells. */
export type Composed = { content: MailContent } | { until: Date } | 'drop';

/** Makes the words of a mail as they are true at this moment, for an account that is in use. */
export async function composeMail(
  context: Pick<TimedContext, 'db' | 'clock'>,
  mail: OutboxRow,
): Promise<Composed> {
  const actor = await findMailReader(context.db, mail.account_id);
  if (!actor) return 'drop';
  const { name, email, language, zone } = actor;
  const reader = { name, email, language, zone, today: dayIn(context.clock(), zone) };
  const compose = mail.kind === 'digest' ? composeDigest : composeNotice;
  return compose(context, actor, reader, mail);
}
