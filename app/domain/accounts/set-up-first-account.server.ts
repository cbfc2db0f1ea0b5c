import { randomBytes } from 'node:crypto';
import { commit, type CommitContext } from '#app/domain/kernel/commit.server.ts';
import { NotFound } from '#app/domain/kernel/errors.ts';
import { transact, type Db } from '#db/client.ts';
import { countAccounts } from '#db/queries/accounts.ts';
import type { Role } from '#db/schema/accounts.ts';
import { addAccount, addTeam } from './add-account.server.ts';
import { hashPassword } from './password.server.ts';
import { makeSetupLink, requireOpenSetupLink, useSetupLink } from './setup-link.server.ts';

/** Makes the link for the first account, good for a day, where there is no account yet. Returns its token. */
export async function makeFirstSetupLink(db: Db, now: Date): Promise<string | undefined> {
  return transact(db, async (trx) => {
    if ((await countAccounts(trx)) > 0) return undefined;
    return makeSetupLink(trx, { now, random: randomBytes }, null);
  });
}

export interface FirstAccount {
  token: string;
  name: string;
  email: string;
  password: string;
  team: string;
  zone: string;
  language: string;
  roles: readonly Role[];
}

/**
 * Makes the first account and its team, and uses the link up. Returns the account's id. Throws NotFound where the link
 * is not that of the first account, or is not good any more.
 */
export async function setUpFirstAccount(
  context: Omit<CommitContext, 'actor'>,
  input: FirstAccount,
): Promise<{ accountId: number }> {
  const link = await requireOpenSetupLink(context, input.token);
  if (link.account) throw new NotFound();
  const passwordHash = await hashPassword(input.password);
  return commit({ ...context, actor: { accountId: null } }, async (work) => {
    await useSetupLink(work, input.token);
    const teamId = await addTeam(work, { name: input.team });
    const { email, name, zone, language, roles } = input;
    const accountId = await addAccount(
      work,
      { email, name, zone, language, roles, passwordHash, teamIds: [teamId] },
      'account.set-up',
    );
    return { accountId };
  });
}
