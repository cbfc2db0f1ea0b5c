import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { findAdministered } from './find-account.server.ts';
import { makeSetupLink } from './setup-link.server.ts';

/** A new link for somebody who has not used theirs; the earlier one ends. Returns its token. */
export async function renewInvitation(context: Context, ref: string): Promise<string> {
  const account = await findAdministered(context, ref);
  if (account.isSetUp) throw new Conflict('This person has chosen a password already.');
  if (account.disabledAt !== null) throw new Conflict('This account is disabled. Enable it first.');
  return commit(context, async (work) => {
    work.record({ action: 'account.invited', noun: 'account', id: account.id, ref, changes: {} });
    return makeSetupLink(work.trx, context, account.id);
  });
}
