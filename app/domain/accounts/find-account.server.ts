import { findAccount, type AccountRow } from '#db/queries/account-list.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { requireAdministrator } from './policy.ts';

/** The account, for an administrator. Throws Forbidden or NotFound. */
export async function findAdministered(context: Context, ref: string): Promise<AccountRow> {
  requireAdministrator(context.actor);
  const account = await findAccount(context.db, ref);
  if (!account) throw new NotFound();
  return account;
}
