import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FirstAccountForm } from '#app/components/accounts/first-account-form.tsx';
import { InvitationForm } from '#app/components/accounts/invitation-form.tsx';
import { BarePage } from '#app/components/shell/bare-page.tsx';
import { requireOpenSetupLink } from '#app/domain/accounts/setup-link.server.ts';
import { pathTo } from '#app/paths.ts';
import { readForm } from '#app/web/forms.ts';
import { openSession } from '#app/web/session.server.ts';
import { postSetUp } from '#app/web/set-up.server.ts';

export const meta = () => [{ title: 'Set up · Rapport' }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { account } = await requireOpenSetupLink({ db: context.db, now: new Date() }, params.token ?? '');
  return { invited: account && { name: account.name, email: account.email, zone: account.zone } };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const now = new Date();
  const form = await readForm(request, { lists: ['roles'] });
  const answer = await postSetUp(context, params.token ?? '', form, now);
  if ('refused' in answer) return data(answer.refused, { status: 400 });
  context.cookies.push(await openSession(context.db, context.config, answer.accountId, now));
  return redirect(pathTo.desk(), 303);
}

export default function SetUpPage() {
  const { invited } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <BarePage title={invited ? 'Welcome to Rapport' : 'Set up Rapport'}>
      {invited ? (
        <InvitationForm
          invited={invited}
          {...(answer && 'invitation' in answer ? answer.invitation : undefined)}
        />
      ) : (
        <FirstAccountForm {...(answer && 'first' in answer ? answer.first : undefined)} />
      )}
    </BarePage>
  );
}
