import type { Db, Trx } from '../client.ts';

export interface DraftRow {
  ref: string;
  form: string;
  subjectRef: string | null;
  /** Sealed. */
  body: string;
  createdAt: string;
  updatedAt: string;
}

export interface DraftToKeep extends Omit<DraftRow, 'createdAt' | 'updatedAt'> {
  accountId: number;
  at: string;
}

const columns = [
  'ref',
  'form',
  'subject_ref as subjectRef',
  'body',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

/** My drafts, newest first. */
export async function listDrafts(
  db: Db,
  accountId: number,
  form: string,
  limit: number,
): Promise<DraftRow[]> {
  return db
    .selectFrom('draft')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('form', '=', form)
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute();
}

export async function findDraft(db: Db, accountId: number, ref: string): Promise<DraftRow | undefined> {
  return db
    .selectFrom('draft')
    .select(columns)
    .where('ref', '=', ref)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/**
 * Keeps the draft of one open form: the first time it is inserted, then replaced. Answers false where the ref is
 * somebody else's, or where the form was saved meanwhile (a late draft must not come back after the save).
 */
export async function insertOrUpdateDraft(trx: Trx, draft: DraftToKeep): Promise<boolean> {
  const saved = await trx
    .selectFrom('submission')
    .select('key')
    .where('account_id', '=', draft.accountId)
    .where('key', '=', draft.ref)
    .executeTakeFirst();
  if (saved) return false;
  const kept = await trx
    .insertInto('draft')
    .values({
      ref: draft.ref,
      account_id: draft.accountId,
      form: draft.form,
      subject_ref: draft.subjectRef,
      body: draft.body,
      created_at: draft.at,
      updated_at: draft.at,
    })
    .onConflict((conflict) =>
      conflict
        .column('ref')
        .doUpdateSet({ body: draft.body, updated_at: draft.at })
        .where('draft.account_id', '=', draft.accountId),
    )
    .returning('id')
    .executeTakeFirst();
  return kept !== undefined;
}

/** Removes my draft; of somebody else's it removes nothing. */
export async function deleteDraft(trx: Trx, accountId: number, ref: string): Promise<void> {
  await trx.deleteFrom('draft').where('ref', '=', ref).where('account_id', '=', accountId).execute();
}
