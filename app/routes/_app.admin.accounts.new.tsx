import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { AccountFields } from '#app/components/admin/account-fields.tsx';
import { NewLink } from '#app/components/admin/new-link.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import { startInvitation } from '#app/domain/accounts/show-account.server.ts';
import { pathTo } from '#app/paths.ts';
import { postInvitation } from '#app/web/account-post.server.ts';
import { requireContext, requireRecentSignIn } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { originOf } from '#app/web/origin.server.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Invite somebody · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  return page(startInvitation(await requireContext(args)));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireRecentSignIn(args);
  const form = await readForm(args.request, { lists: ['roles', 'teams'] });
  const answer = await postInvitation(context, form, originOf(args.context.config, args.request));
  return data(answer, { status: 'invited' in answer ? 200 : 422 });
}

export default function Invite() {
  const { teams } = usePage<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'invited' in answer && answer.invited) return <NewLink invited={answer.invited} />;
  return (
    <>
      <PageHeader crumbs={[{ label: 'Accounts', href: pathTo.accounts() }]} title="Invite somebody" />
      <Panel title="The account">
        <form method="post" className="stack">
          <AccountFields {...answer} teams={teams} />
          <Button type="submit" look="main">
            Make the account and its link
          </Button>
        </form>
      </Panel>
    </>
  );
}
