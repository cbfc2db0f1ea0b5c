import type { Context } from '../kernel/context.ts';
import { readingOf } from '../reference/labels.server.ts';
import type { AccountValues } from './account-form.ts';
import { findAdministered } from './find-account.server.ts';
import { requireAdministrator } from './policy.ts';

/** One account as its form shows it, with the teams to choose from. Throws Forbidden or NotFound. */
export async function showAccount(context: Context, ref: string) {
  const account = await findAdministered(context, ref);
  const teams = account.teamIds.map((id) => context.reference.teamById(id).ref);
  const { name, email, roles, version, disabledAt, isSetUp } = account;
  const values: AccountValues = { name, email, roles, teams };
  const mine = account.id === context.actor.accountId;
  return { ref, version, values, disabledAt, isSetUp, mine, ...teamChoices(context) };
}

export type AccountPage = Awaited<ReturnType<typeof showAccount>>;

/** What the form of an account that is not there yet needs. Throws Forbidden. */
export function startInvitation(context: Context) {
  requireAdministrator(context.actor);
  return teamChoices(context);
}

function teamChoices(context: Context) {
  const teams = context.reference.teams.map(({ ref, name }) => ({ value: ref, label: name }));
  return { teams, reading: readingOf(context) };
}
