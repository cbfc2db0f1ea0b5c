import type { Db, Trx } from '../client.ts';

export interface Submission {
  account_id: number;
  key: string;
  digest: string;
  record_ref: string;
  created_at: string;
}

/** False where this account has used the key already; waits for a transaction that is just using it. */
export async function insertSubmission(trx: Trx, row: Submission): Promise<boolean> {
  const inserted = await trx
    .insertInto('submission')
    .values(row)
    .onConflict((conflict) => conflict.columns(['account_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function findSubmission(
  db: Db,
  accountId: number,
  key: string,
): Promise<Submission | undefined> {
  return db
    .selectFrom('submission')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirst();
}
