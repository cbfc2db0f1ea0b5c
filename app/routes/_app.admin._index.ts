import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { requireAdministrator } from '#app/domain/accounts/policy.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  requireAdministrator((await requireContext(args)).actor);
  return redirect(pathTo.accounts());
}
