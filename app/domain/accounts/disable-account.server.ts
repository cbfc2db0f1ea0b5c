import { countOtherAdministrators, updateAccount } from '#db/queries/account-list.ts';
import { deleteSessionsOf } from '#db/queries/sessions.ts';
import { deleteSetupLinksOf } from '#db/queries/setup-links.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { findAdministered } from './find-account.server.ts';

/** Closes an account: its sessions and its link end at once. What it wrote stays. */
export async function disableAccount(context: Context, ref: string): Promise<void> {
  const account = await findAdministered(context, ref);
  if (account.disabledAt !== null) throw new Conflict('This account is disabled already.');
  if (account.id === context.actor.accountId) {
    throw new Conflict('You cannot disable your own account. Ask another administrator.');
  }
  const at = context.now.toISOString();
  await commit(context, async ({ trx, record }) => {
    if (account.roles.includes('administrator') && (await countOtherAdministrators(trx, account.id)) === 0) {
      throw new Conflict('This is the last administrator. Make somebody else one first.');
    }
    if (!(await updateAccount(trx, account.id, account.version, { disabledAt: at }))) {
      throw new Conflict('Somebody else changed this account meanwhile. Open it again.');
    }
    await deleteSessionsOf(trx, account.id);
    await deleteSetupLinksOf(trx, account.id);
    const changes = { disabled: [false, true] as [boolean, boolean] };
    record({ action: 'account.disabled', noun: 'account', id: account.id, ref, changes });
  });
}
