import { BadRequest } from '#app/domain/kernel/errors.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { readAccount } from '#app/domain/accounts/account-form.ts';
import { changeAccount } from '#app/domain/accounts/change-account.server.ts';
import { inviteAccount } from '#app/domain/accounts/invite-account.server.ts';
import { renewInvitation } from '#app/domain/accounts/renew-invitation.server.ts';
import { showAccount } from '#app/domain/accounts/show-account.server.ts';
import { pathTo } from '#app/paths.ts';
import type { ReadForm } from './forms.ts';

/** What the page of a link shows, once. */
export interface ShownLink {
  ref: string;
  name: string;
  email: string;
  link: string;
}

/** A post of `/admin/accounts/new`: the link to hand on, or the form again with what is wrong. */
export async function postInvitation(context: Context, { fields, faults }: ReadForm, origin: string) {
  const read = readAccount(fields, faults);
  if (!read.ok) return { values: read.values, errors: read.errors };
  const answer = await inviteAccount(context, read.input);
  if (answer.outcome === 'refused') return { values: read.values, errors: answer.errors };
  const { name, email } = read.input;
  const invited: ShownLink = {
    ref: answer.ref,
    name,
    email,
    link: `${origin}${pathTo.setUp(answer.token)}`,
  };
  return { invited };
}

/** A press of a button of `/admin/accounts/:ref`: saves the form, or makes a new link. */
export async function postAccount(
  context: Context,
  ref: string,
  { fields, faults }: ReadForm,
  origin: string,
) {
  if (fields.one('act') === 'link') {
    const link = `${origin}${pathTo.setUp(await renewInvitation(context, ref))}`;
    const { name, email } = (await showAccount(context, ref)).values;
    return { invited: { ref, name, email, link } satisfies ShownLink };
  }
  const version = fields.one('version');
  if (!/^\d{1,9}$/.test(version))
    throw new BadRequest('The form does not say which version it was made from.');
  const read = readAccount(fields, faults);
  if (!read.ok) return { values: read.values, errors: read.errors };
  const answer = await changeAccount(context, ref, Number(version), read.input);
  return answer.outcome === 'saved' ? { saved: true } : { values: read.values, errors: answer.errors };
}
