import { changesBetween } from '#app/domain/kernel/audit-entry.ts';
import { commit, type CommitContext } from '#app/domain/kernel/commit.server.ts';
import { Conflict, NotFound } from '#app/domain/kernel/errors.ts';
import { updateAccount } from '#db/queries/account-list.ts';
import { hashPassword } from './password.server.ts';
import { requireOpenSetupLink, useSetupLink } from './setup-link.server.ts';

export interface Acceptance {
  token: string;
  name: string;
  password: string;
  zone: string;
}

/**
 * The person who was invited chooses name, time zone and password, and uses the link up. Returns the account's id.
 * Throws NotFound where the link is not theirs, or is not good any more.
 */
export async function acceptInvitation(
  context: Omit<CommitContext, 'actor'>,
  input: Acceptance,
): Promise<{ accountId: number }> {
  const { account } = await requireOpenSetupLink(context, input.token);
  if (!account) throw new NotFound();
  const passwordHash = await hashPassword(input.password);
  return commit({ ...context, actor: { accountId: account.id } }, async (work) => {
    const link = await useSetupLink(work, input.token);
    const { name, zone } = input;
    const version = link.account?.version ?? account.version;
    if (!(await updateAccount(work.trx, account.id, version, { name, zone, passwordHash }))) {
      throw new Conflict('An administrator changed this account meanwhile. Open the link again.');
    }
    const changes = changesBetween({ name: account.name, zone: account.zone }, { name, zone });
    work.record({ action: 'account.set-up', noun: 'account', id: account.id, ref: account.ref, changes });
    return { accountId: account.id };
  });
}
