import { createHash, randomBytes } from 'node:crypto';
import { commit, type CommitContext } from '#app/domain/kernel/commit.server.ts';
import { NotFound } from '#app/domain/kernel/errors.ts';
import { transact, type Db } from '#db/client.ts';
import { countAccounts } from '#db/queries/accounts.ts';
import { findOpenSetupLink, insertFirstSetupLink, updateSetupLinkUsed } from '#db/queries/setup-links.ts';
import type { Role } from '#db/schema/accounts.ts';
import { addAccount, addTeam } from './add-account.server.ts';
import { hashPassword } from './password.server.ts';

const lifetime = 24 * 60 * 60 * 1000;

/** Makes the link for the first account, good for a day, where there is no account yet. Returns its token. */
export async function makeFirstSetupLink(db: Db, now: Date): Promise<string | undefined> {
  return transact(db, async (trx) => {
    if ((await countAccounts(trx)) > 0) return undefined;
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + lifetime).toISOString();
    await insertFirstSetupLink(trx, { tokenHash: hashOf(token), createdAt: now.toISOString(), expiresAt });
    return token;
  });
}

/** Whether the link can be used. Throws NotFound where it was used, is too old, or never was. */
export async function requireOpenSetupLink(context: { db: Db; now: Date }, token: string): Promise<void> {
  if (!(await findOpenSetupLink(context.db, hashOf(token), context.now.toISOString()))) throw new NotFound();
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

/** Makes the first account and its team, and uses the link up. Returns the account's id. Throws NotFound as above. */
export async function setUpFirstAccount(
  context: Omit<CommitContext, 'actor'>,
  input: FirstAccount,
): Promise<{ accountId: number }> {
  await requireOpenSetupLink(context, input.token);
  const passwordHash = await hashPassword(input.password);
  return commit({ ...context, actor: { accountId: null } }, async (work) => {
    const at = context.now.toISOString();
    const usable = await findOpenSetupLink(work.trx, hashOf(input.token), at);
    if (!usable || !(await updateSetupLinkUsed(work.trx, hashOf(input.token), at))) throw new NotFound();
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

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
