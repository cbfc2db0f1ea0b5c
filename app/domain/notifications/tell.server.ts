import type { NotificationKind, ToldNoun } from '#db/schema/notifications.ts';
import { insertNotifications, listMutes } from '#db/queries/notification-writes.ts';
import { insertMails } from '#db/queries/outbox.ts';
import { listVisiblePairs } from '#db/queries/told-records.ts';
import type { Work } from '../kernel/commit.server.ts';
import { makeRef } from '../kernel/refs.ts';
import { findChoices } from './find-choices.server.ts';
import type { Choices } from './preference-form.ts';

export interface Told {
  kind: NotificationKind;
  noun: ToldNoun;
  recordId: number;
  /** Whom to tell. */
  accountId: number;
}

const waiting = new WeakMap<Work, Told[]>();

/**
 * Step: tells a colleague of a record, in the inbox and, as they chose, by mail. Only ids are kept: the words are made
 * at reading. It is done at the end of the transaction, when the readers are written, and passes over whoever may not
 * see the record, has muted it, or is the actor; the same told twice in one transaction is told once.
 */
export function tell(work: Work, told: Told): void {
  if (told.accountId === work.context.actor.accountId) return;
  const known = waiting.get(work);
  if (known) {
    known.push(told);
    return;
  }
  const all = [told];
  waiting.set(work, all);
  work.atEnd(() => tellAll(work, all));
}

const keyOf = (noun: ToldNoun, recordId: number, accountId: number) => `${noun}:${recordId}:${accountId}`;

async function tellAll({ context, trx }: Work, told: readonly Told[]): Promise<void> {
  const once = new Map(
    told.map((one) => [`${one.kind}:${keyOf(one.noun, one.recordId, one.accountId)}`, one]),
  );
  const accountIds = [...new Set(told.map(({ accountId }) => accountId))];
  const records = told.map(({ noun, recordId }) => ({ noun, record_id: recordId }));
  const pairs = await listVisiblePairs(trx, records, accountIds);
  const seen = new Set(pairs.map((one) => keyOf(one.noun, one.record_id, one.account_id)));
  const mutes = await listMutes(
    trx,
    accountIds,
    records.map(({ record_id }) => record_id),
  );
  const muted = new Set(mutes.map((one) => keyOf(one.noun, one.record_id, one.account_id)));
  const heard = [...once.values()].filter((one) => {
    const key = keyOf(one.noun, one.recordId, one.accountId);
    return seen.has(key) && !muted.has(key);
  });
  const at = context.now.toISOString();
  const rows = heard.map((one) => ({
    ref: makeRef(context.random),
    account_id: one.accountId,
    kind: one.kind,
    noun: one.noun,
    record_id: one.recordId,
    by_account_id: context.actor.accountId,
    created_at: at,
  }));
  const ids = new Map((await insertNotifications(trx, rows)).map(({ ref, id }) => [ref, id]));
  const choices = await findChoices(trx, accountIds);
  const mailed = rows.filter(({ account_id, kind }) => wantsMail(choices.get(account_id)?.choices, kind));
  await insertMails(
    trx,
    mailed.map(({ ref, account_id }) => ({
      key: `notice:${ref}`,
      message_id: `notice.${makeRef(context.random)}${makeRef(context.random)}`,
      account_id,
      kind: 'notice' as const,
      notification_id: ids.get(ref) ?? null,
      digest_on: null,
      not_before: at,
      created_at: at,
    })),
  );
}

/** Only what is for one person is mailed at once; the rest is in the inbox and in the digest. */
export function wantsMail(choices: Choices | undefined, kind: NotificationKind): boolean {
  if (!choices || choices.calm) return false;
  if (kind === 'assigned') return choices.assignmentMail;
  return kind === 'mentioned' && choices.mentionMail;
}
