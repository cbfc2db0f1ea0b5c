import { updateAccount } from '#db/queries/account-list.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { findAdministered } from './find-account.server.ts';

/** Opens a disabled account again, with the roles, teams and password it had. */
export async function enableAccount(context: Context, ref: string): Promise<void> {
  const account = await findAdministered(context, ref);
  if (account.disabledAt === null) throw new Conflict('This account is in use already.');
  await commit(context, async ({ trx, record }) => {
    if (!(await updateAccount(trx, account.id, account.version, { disabledAt: null }))) {
      throw new Conflict('Somebody else changed this account meanwhile. Open it again.');
    }
    const changes = { disabled: [true, false] as [boolean, boolean] };
    record({ action: 'account.enabled', noun: 'account', id: account.id, ref, changes });
  });
}
