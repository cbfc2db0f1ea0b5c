import { commit } from '#app/domain/kernel/commit.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { getAccountPassword, updateAccountPassword } from '#db/queries/accounts.ts';
import { deleteSessionsOf } from '#db/queries/sessions.ts';
import { passwordFault } from './password-rules.server.ts';
import { hashPassword, isRightPassword } from './password.server.ts';

export type ChangePasswordResult =
  { outcome: 'changed' } | { outcome: 'refused'; errors: { current?: string; password?: string } };

/** Changes the actor's own password and ends all their sessions, this one included. */
export async function changePassword(
  context: Context,
  input: { current: string; password: string },
): Promise<ChangePasswordResult> {
  const { accountId, ref, name, email } = context.actor;
  const passwordHash = await getAccountPassword(context.db, accountId);
  if (!(await isRightPassword(passwordHash, input.current))) {
    return { outcome: 'refused', errors: { current: 'That is not your present password.' } };
  }
  const fault = passwordFault(input.password, [name, email]);
  if (fault) return { outcome: 'refused', errors: { password: fault } };
  const fresh = await hashPassword(input.password);
  await commit(context, async ({ trx, record }) => {
    await updateAccountPassword(trx, accountId, fresh);
    await deleteSessionsOf(trx, accountId);
    record({ action: 'account.password-changed', noun: 'account', id: accountId, ref, changes: {} });
  });
  return { outcome: 'changed' };
}
