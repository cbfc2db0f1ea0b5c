import { randomBytes } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { acceptInvitation } from '#app/domain/accounts/accept-invitation.server.ts';
import { readFirstAccount } from '#app/domain/accounts/first-account-form.server.ts';
import { readInvitation } from '#app/domain/accounts/invitation-form.server.ts';
import { setUpFirstAccount } from '#app/domain/accounts/set-up-first-account.server.ts';
import { requireOpenSetupLink } from '#app/domain/accounts/setup-link.server.ts';
import type { ReadForm } from './forms.ts';

/** A post of `/setup/:token`: the account that is set up now, or its form again with what is wrong. */
export async function postSetUp(
  { db, keys }: AppLoadContext,
  token: string,
  { fields, faults }: ReadForm,
  now: Date,
) {
  const { account: invited } = await requireOpenSetupLink({ db, now }, token);
  const context = { db, keys, now, random: (length: number) => randomBytes(length) };
  if (invited) {
    const { acceptance, values, errors } = readInvitation(fields, faults, invited.email);
    if (!acceptance) return { refused: { invitation: { values, errors } } };
    return acceptInvitation(context, { ...acceptance, token });
  }
  const { account, values, errors } = readFirstAccount(fields, faults);
  if (!account) return { refused: { first: { values, errors } } };
  return setUpFirstAccount(context, { ...account, token });
}
