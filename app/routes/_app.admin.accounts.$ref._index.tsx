import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { AccountPageView } from '#app/components/admin/account-page.tsx';
import { NewLink } from '#app/components/admin/new-link.tsx';
import { showAccount } from '#app/domain/accounts/show-account.server.ts';
import { pathTo } from '#app/paths.ts';
import { postAccount } from '#app/web/account-post.server.ts';
import { requireContext, requireRecentSignIn } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { originOf } from '#app/web/origin.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Account · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showAccount(context, args.params.ref ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireRecentSignIn(args);
  const ref = args.params.ref ?? '';
  const form = await readForm(args.request, { lists: ['roles', 'teams'] });
  const answer = await postAccount(context, ref, form, originOf(args.context.config, args.request));
  if ('saved' in answer) return redirectWithToast(args.context, pathTo.account(ref), { message: 'Saved.' });
  return data(answer, { status: 'invited' in answer ? 200 : 422 });
}

export default function Account() {
  const account = usePage<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'invited' in answer && answer.invited) return <NewLink invited={answer.invited} />;
  return <AccountPageView account={account} {...answer} />;
}
