import { commit, type CommitContext } from '#app/domain/kernel/commit.server.ts';
import { findAccountByEmail, type SignInAccount } from '#db/queries/accounts.ts';
import { isRightPassword } from './password.server.ts';
import { attemptOf, countAttempt, forgiveAttempt } from './sign-in-throttle.server.ts';

export type SignInContext = Omit<CommitContext, 'actor'>;

export interface SignIn {
  email: string;
  password: string;
  /** The address the request came from. */
  address: string;
}

export type SignInResult =
  | { outcome: 'signed-in'; accountId: number }
  | { outcome: 'refused' }
  | { outcome: 'too-soon'; seconds: number };

/**
 * Checks an e-mail and a password. Somebody unknown, somebody disabled and a wrong password cannot be told apart,
 * neither by the answer nor by its time.
 */
export async function signIn(context: SignInContext, input: SignIn): Promise<SignInResult> {
  const attempt = attemptOf(input.email, input.address);
  const seconds = await countAttempt(context.db, attempt, context.now);
  if (seconds > 0) return { outcome: 'too-soon', seconds };
  const account = await findAccountByEmail(context.db, input.email);
  const right = await isRightPassword(account?.passwordHash, input.password);
  if (!account || !right || account.disabledAt !== null) {
    if (account) await record(context, account, 'account.sign-in-refused');
    return { outcome: 'refused' };
  }
  await forgiveAttempt(context.db, attempt);
  await record(context, account, 'account.signed-in');
  return { outcome: 'signed-in', accountId: account.id };
}

async function record(
  context: SignInContext,
  account: SignInAccount,
  action: 'account.signed-in' | 'account.sign-in-refused',
): Promise<void> {
  const actor = { accountId: action === 'account.signed-in' ? account.id : null };
  await commit({ ...context, actor }, async (work) =>
    work.record({ action, noun: 'account', id: account.id, ref: account.ref, changes: {} }),
  );
}
