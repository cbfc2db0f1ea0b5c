import type { Db, Trx } from '../client.ts';

/** Replaces the set-up link of the first account, so that only the newest one works. */
export async function insertFirstSetupLink(
  trx: Trx,
  link: { tokenHash: string; createdAt: string; expiresAt: string },
): Promise<void> {
  await trx.deleteFrom('setup_link').where('account_id', 'is', null).execute();
  await trx
    .insertInto('setup_link')
    .values({
      token_hash: link.tokenHash,
      account_id: null,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute();
}

/** Whether this link is unused and good at `at` (ISO, UTC). */
export async function findOpenSetupLink(db: Db | Trx, tokenHash: string, at: string): Promise<boolean> {
  const row = await db
    .selectFrom('setup_link')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('account_id', 'is', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses the link up. Returns false where somebody else did in the meantime. */
export async function updateSetupLinkUsed(trx: Trx, tokenHash: string, at: string): Promise<boolean> {
  const result = await trx
    .updateTable('setup_link')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
