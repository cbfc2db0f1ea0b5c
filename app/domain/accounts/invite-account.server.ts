import { isUniqueViolation } from '#db/client.ts';
import { findAccountByEmail } from '#db/queries/accounts.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import type { AccountInput } from './account-form.ts';
import { addAccount } from './add-account.server.ts';
import { requireAdministrator } from './policy.ts';
import { resolveTeams } from './resolve-teams.ts';
import { makeSetupLink } from './setup-link.server.ts';

export type InviteOutcome =
  { outcome: 'invited'; ref: string; token: string } | { outcome: 'refused'; errors: FormErrors };

const TAKEN: FormErrors = { email: 'There is an account with this e-mail already.' };

/**
 * Makes an account without a password, and the link by which its person chooses one within a day. The token is
 * answered here and nowhere else. Throws Forbidden for anybody but an administrator.
 */
export async function inviteAccount(context: Context, input: AccountInput): Promise<InviteOutcome> {
  requireAdministrator(context.actor);
  const teamIds = resolveTeams(context.reference, input.teams);
  if (!teamIds) return { outcome: 'refused', errors: { teams: 'Choose teams of the list.' } };
  if (await findAccountByEmail(context.db, input.email)) return { outcome: 'refused', errors: TAKEN };
  const { name, email, roles } = input;
  const account = { name, email, roles, teamIds, passwordHash: null, zone: context.zone, language: 'en' };
  try {
    return await commit(context, async (work) => {
      const id = await addAccount(work, account);
      const ref = (await findAccountByEmail(work.trx, email))?.ref ?? '';
      return { outcome: 'invited', ref, token: await makeSetupLink(work.trx, context, id) };
    });
  } catch (error) {
    // somebody else invited the same person a moment ago
    if (isUniqueViolation(error)) return { outcome: 'refused', errors: TAKEN };
    throw error;
  }
}
