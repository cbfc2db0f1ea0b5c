import type { Db, Trx } from '../client.ts';
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

/** Archived ones too, and those of an archived interaction: whoever shows or changes one looks at both dates. */
export async function findVisibleCommitment(db: Db, actor: Actor, ref: string) {
  return db
    .selectFrom('commitment')
    .leftJoin('interaction as origin', 'origin.id', 'commitment.interaction_id')
    .selectAll('commitment')
    .select('origin.archived_at as origin_archived_at')
    .where('commitment.ref', '=', ref)
    .where(visibleTo(actor, 'commitment'))
    .executeTakeFirst();
}

/** Archived ones too, and those of an archived interaction: whoever shows or changes one looks at both dates. */
export async function findVisibleFollowUp(db: Db, actor: Actor, ref: string) {
  return db
    .selectFrom('follow_up')
    .leftJoin('interaction as origin', 'origin.id', 'follow_up.interaction_id')
    .selectAll('follow_up')
    .select('origin.archived_at as origin_archived_at')
    .where('follow_up.ref', '=', ref)
    .where(visibleTo(actor, 'follow_up'))
    .executeTakeFirst();
}

export type FollowUpRecord = NonNullable<Awaited<ReturnType<typeof findVisibleFollowUp>>>;
export type CommitmentRecord = NonNullable<Awaited<ReturnType<typeof findVisibleCommitment>>>;

/** What completing one has made and nobody has touched since: taken back with it. */
export async function listUntouchedNext(trx: Trx, previousId: number) {
  return trx
    .selectFrom('follow_up')
    .select(['id', 'ref', 'version', 'level'])
    .where('previous_id', '=', previousId)
    .where('version', '=', 1)
    .where('meaning', '=', 'open')
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** True where the next one of a rhythm stands already. */
export async function hasNext(trx: Trx, previousId: number, dueOn: string): Promise<boolean> {
  const row = await trx
    .selectFrom('follow_up')
    .select('id')
    .where('previous_id', '=', previousId)
    .where('due_on', '=', dueOn)
    .where('recurrence', 'is not', null)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
