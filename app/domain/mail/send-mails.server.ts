import { transact } from '#db/client.ts';
import {
  listDueMails,
  MAY_HAVE_ARRIVED,
  updateMailAfter,
  updateMailClaimed,
  type Moment,
  type OutboxRow,
} from '#db/queries/outbox.ts';
import { composeMail } from './compose-mail.server.ts';
import { MailFault, type TimedContext } from './mail-context.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long to wait after each attempt; after the last, the mail is given up and listed for the administrator. */
const DELAYS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR];
/** A sender says within this time what became of a mail it took; longer than any mail may take. */
const CLAIM = 3 * MINUTE;
const HORIZON = 25 * HOUR;
const AT_ONCE = 50;

type Sending = Pick<TimedContext, 'db' | 'clock' | 'post' | 'signal'>;

/**
 * Sends what is due, one mail after the other, and answers how many went out. A mail is taken before it is sent and
 * marked after: a process that ends between the two leaves it taken, and it goes out again with the same Message-ID when
 * the claim has run out; a second time it is given up and an administrator decides. Where the mail server cannot be
 * reached the rest waits for the next turn.
 */
export async function sendMails(context: Sending): Promise<number> {
  let sent = 0;
  for (;;) {
    const ids = await listDueMails(context.db, momentOf(context), AT_ONCE);
    if (ids.length === 0) return sent;
    for (const id of ids) {
      if (context.signal.aborted) return sent;
      const outcome = await sendOne(context, id);
      if (outcome === 'sent') sent += 1;
      if (outcome === 'unreachable') return sent;
    }
  }
}

function momentOf({ clock }: Sending): Moment {
  const now = clock().getTime();
  return { now: new Date(now).toISOString(), horizon: new Date(now + HORIZON).toISOString() };
}

async function sendOne(context: Sending, id: number): Promise<'sent' | 'unreachable' | 'passed'> {
  const { db, clock, post, signal } = context;
  const until = new Date(clock().getTime() + CLAIM).toISOString();
  const mail = await transact(db, (trx) => updateMailClaimed(trx, id, momentOf(context), until));
  if (mail?.state !== 'sending') return 'passed';
  const after = (change: Parameters<typeof updateMailAfter>[2]) =>
    transact(db, (trx) => updateMailAfter(trx, mail, change));
  try {
    const composed = await composeMail(context, mail);
    if (composed === 'drop') {
      await after({ state: 'dropped' });
      return 'passed';
    }
    if ('until' in composed) {
      const notBefore = composed.until.toISOString();
      await after({ state: 'waiting', not_before: notBefore, attempts: mail.attempts - 1 });
      return 'passed';
    }
    await post(composed.content, signal);
  } catch (error) {
    await after(afterFault(mail, error, clock()));
    return error instanceof MailFault && error.kind === 'unreachable' ? 'unreachable' : 'passed';
  }
  await after({ state: 'sent', sent_at: clock().toISOString(), last_error: null });
  return 'sent';
}

function afterFault(mail: OutboxRow, error: unknown, now: Date): Parameters<typeof updateMailAfter>[2] {
  const fault = error instanceof MailFault ? error : new MailFault('put-off', 'It could not be written.');
  const delay = DELAYS[mail.attempts - 1];
  const unanswered = fault.kind === 'unanswered';
  const before = mail.last_error?.startsWith(MAY_HAVE_ARRIVED) ?? false;
  // Twice without an answer it may be there twice: a person decides whether it goes out a third time.
  const again = unanswered && before;
  const last_error = `${unanswered || before ? `${MAY_HAVE_ARRIVED} ` : ''}${fault.message}`.slice(0, 300);
  if (fault.kind === 'refused' || delay === undefined || again) return { state: 'failed', last_error };
  return { state: 'waiting', not_before: new Date(now.getTime() + delay).toISOString(), last_error };
}
