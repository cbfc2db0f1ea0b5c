import type { Db, Trx } from '../client.ts';

export interface NewSetupLink {
  tokenHash: string;
  createdAt: string;
  expiresAt: string;
}

/** Replaces the link of an account, or of the first account (null), so that only the newest one works. */
export async function replaceSetupLink(
  trx: Trx,
  accountId: number | null,
  link: NewSetupLink,
): Promise<void> {
  await deleteSetupLinksOf(trx, accountId);
  await trx
    .insertInto('setup_link')
    .values({
      token_hash: link.tokenHash,
      account_id: accountId,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute();
}

export async function deleteSetupLinksOf(trx: Trx, accountId: number | null): Promise<void> {
  await trx
    .deleteFrom('setup_link')
    .where('account_id', accountId === null ? 'is' : '=', accountId)
    .execute();
}

export interface OpenSetupLink {
  /** Whom it was made for; null for the first account. */
  account: { id: number; ref: string; name: string; email: string; zone: string; version: number } | null;
}

/** The link if it is unused and good at `at` (ISO, UTC), and its account, if any, is in use. */
export async function findOpenSetupLink(
  db: Db | Trx,
  tokenHash: string,
  at: string,
): Promise<OpenSetupLink | undefined> {
  const row = await db
    .selectFrom('setup_link')
    .leftJoin('account', 'account.id', 'setup_link.account_id')
    .select([
      'setup_link.account_id',
      'account.ref',
      'account.name',
      'account.email',
      'account.zone',
      'account.version',
    ])
    .where('setup_link.token_hash', '=', tokenHash)
    .where('setup_link.used_at', 'is', null)
    .where('setup_link.expires_at', '>', at)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { account_id: id, ref, name, email, zone, version } = row;
  if (id === null) return { account: null };
  if (ref === null || name === null || email === null || zone === null || version === null) return undefined;
  return { account: { id, ref, name, email, zone, version } };
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
