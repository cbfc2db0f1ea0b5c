import type { ActionFunctionArgs } from '@remix-run/node';
import { disableAccount } from '#app/domain/accounts/disable-account.server.ts';
import { enableAccount } from '#app/domain/accounts/enable-account.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireRecentSignIn } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { redirectWithToast, tellConflict } from '#app/web/toast.server.ts';

/** POST disables the account; with `act=enable` it enables it again. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireRecentSignIn(args);
  const ref = args.params.ref ?? '';
  const { fields } = await readForm(args.request);
  const enables = fields.one('act') === 'enable';
  const act = enables ? enableAccount(context, ref) : disableAccount(context, ref);
  return tellConflict(args.context, pathTo.account(ref), act, () => {
    const undo = { action: pathTo.accountAccess(ref), fields: { act: enables ? 'disable' : 'enable' } };
    const message = enables ? 'Enabled.' : 'Disabled. The person is signed out.';
    return redirectWithToast(args.context, pathTo.account(ref), { message, undo });
  });
}
