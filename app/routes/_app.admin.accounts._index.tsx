import type { LoaderFunctionArgs } from '@remix-run/node';
import { AccountList } from '#app/components/admin/account-list.tsx';
import { listAccountsPage } from '#app/domain/accounts/list-accounts.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Accounts · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await listAccountsPage(context, readQuery(args.request).one('after')));
}

export default function Accounts() {
  return <AccountList list={usePage<typeof loader>()} />;
}
