import type { Db } from '../client.ts';
import { visibleTo, type Actor } from '../visibility.ts';

/** One piece of advice, commitment or follow-up, found through the actor. Texts are as stored. */

export async function findVisibleAdvice(db: Db, actor: Actor, ref: string) {
  return db
    .selectFrom('advice')
    .selectAll()
    .where('ref', '=', ref)
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'advice'))
    .executeTakeFirst();
}

export async function findVisibleCommitment(db: Db, actor: Actor, ref: string) {
  return db
    .selectFrom('commitment')
    .selectAll()
    .where('ref', '=', ref)
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'commitment'))
    .executeTakeFirst();
}

export async function findVisibleFollowUp(db: Db, actor: Actor, ref: string) {
  return db
    .selectFrom('follow_up')
    .selectAll()
    .where('ref', '=', ref)
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'follow_up'))
    .executeTakeFirst();
}
