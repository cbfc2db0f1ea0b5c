import {
  countOtherAdministrators,
  replaceAccountRoles,
  replaceAccountTeams,
  updateAccount,
  type AccountRow,
} from '#db/queries/account-list.ts';
import { deleteSessionsOf } from '#db/queries/sessions.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import type { AccountInput } from './account-form.ts';
import { findAdministered } from './find-account.server.ts';
import { resolveTeams } from './resolve-teams.ts';

export type ChangeOutcome = { outcome: 'saved' } | { outcome: 'refused'; errors: FormErrors };

/**
 * Changes the name, roles and teams of an account; a change of roles ends its sessions. `version` is the one that the
 * form was filled from. Throws Forbidden, NotFound, or Conflict where it is outdated.
 */
export async function changeAccount(
  context: Context,
  ref: string,
  version: number,
  input: Omit<AccountInput, 'email'>,
): Promise<ChangeOutcome> {
  const account = await findAdministered(context, ref);
  const teamIds = resolveTeams(context.reference, input.teams);
  if (!teamIds) return { outcome: 'refused', errors: { teams: 'Choose teams of the list.' } };
  const roles = [...input.roles].sort();
  const before = { name: account.name, roles: account.roles, teams: account.teamIds };
  const changes = changesBetween(before, { name: input.name, roles, teams: teamIds });
  if (Object.keys(changes).length === 0) return { outcome: 'saved' };
  return commit(context, async ({ trx, record }) => {
    const others = await countOtherAdministrators(trx, account.id);
    const errors = faultsOf(context, account, Object.keys(changes), roles, others);
    if (errors) throw new RefusedChange(errors);
    if (!(await updateAccount(trx, account.id, version, { name: input.name }))) {
      throw new Conflict('Somebody else changed this account meanwhile. Open it again.');
    }
    if (changes['roles']) {
      await replaceAccountRoles(trx, account.id, roles);
      await deleteSessionsOf(trx, account.id);
    }
    if (changes['teams']) await replaceAccountTeams(trx, account.id, teamIds);
    record({ action: 'account.changed', noun: 'account', id: account.id, ref, changes });
    return { outcome: 'saved' } as const;
  }).catch((error: unknown) => {
    if (error instanceof RefusedChange) return { outcome: 'refused', errors: error.errors } as const;
    throw error;
  });
}

/** Rolls the transaction back: the administrators were counted inside it, so that two cannot unseat each other. */
class RefusedChange extends Error {
  readonly errors: FormErrors;
  constructor(errors: FormErrors) {
    super('refused');
    this.errors = errors;
  }
}

/** Reading is given by a colleague: an administrator opens no records to themselves while there is another one. */
function faultsOf(
  { actor }: Context,
  account: AccountRow,
  changed: string[],
  roles: readonly string[],
  otherAdministrators: number,
): FormErrors | undefined {
  const unseats = account.roles.includes('administrator') && !roles.includes('administrator');
  if (unseats && otherAdministrators === 0) {
    return { roles: 'This is the last administrator. Make somebody else one first.' };
  }
  const own = account.id === actor.accountId;
  const field = changed.find((one) => one !== 'name');
  if (own && field && otherAdministrators > 0) {
    return { [field]: 'Ask another administrator to change your own roles and teams.' };
  }
  return undefined;
}
