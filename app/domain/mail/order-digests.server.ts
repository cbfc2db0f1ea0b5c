import { transact } from '#db/client.ts';
import { listMailAccounts } from '#db/queries/mail-readers.ts';
import { updateDigestSentOn } from '#db/queries/notification-writes.ts';
import { insertMails } from '#db/queries/outbox.ts';
import { makeRef } from '../kernel/refs.ts';
import { findChoices } from '../notifications/find-choices.server.ts';
import { digestTurn } from './due-hour.ts';
import type { TimedContext } from './mail-context.ts';

const PAGE = 200;

type Ordering = Pick<TimedContext, 'db' | 'clock' | 'random' | 'signal'>;

/** Orders the digest of every account whose hour has come. What is in it, and whether anything is, is seen when it is sent. */
export async function orderDigests(context: Ordering): Promise<void> {
  for (let after = 0; !context.signal.aborted;) {
    const accounts = await listMailAccounts(context.db, after, PAGE);
    const found = await findChoices(
      context.db,
      accounts.map(({ id }) => id),
    );
    for (const { id, zone } of accounts) {
      const known = found.get(id);
      if (!known) continue;
      const { act, on } = digestTurn(context.clock(), zone, known.choices, known.digestSentOn);
      if (act !== 'wait') await order(context, id, on, act === 'order');
    }
    const last = accounts.at(-1);
    if (!last || accounts.length < PAGE) return;
    after = last.id;
  }
}

async function order(
  { db, clock, random }: Ordering,
  accountId: number,
  on: string,
  mails: boolean,
): Promise<void> {
  const at = clock().toISOString();
  await transact(db, async (trx) => {
    if (!(await updateDigestSentOn(trx, accountId, on)) || !mails) return;
    const mail = {
      key: `digest:${accountId}:${on}`,
      message_id: `digest.${makeRef(random)}${makeRef(random)}`,
      account_id: accountId,
      kind: 'digest' as const,
      notification_id: null,
      digest_on: on,
      not_before: at,
      created_at: at,
    };
    await insertMails(trx, [mail]);
  });
}
