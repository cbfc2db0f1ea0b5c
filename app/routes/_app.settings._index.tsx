import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { PasswordForm } from '#app/components/accounts/password-form.tsx';
import { SettingsTabs } from '#app/components/accounts/settings-tabs.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import { changePassword } from '#app/domain/accounts/change-password.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Your account · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireContext(args);
  return page({ name: actor.name, email: actor.email });
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { fields } = await readForm(args.request);
  const input = { current: fields.one('current'), password: fields.one('password') };
  const result = await changePassword(context, input);
  if (result.outcome === 'refused') return data({ errors: result.errors }, { status: 400 });
  return redirect(pathTo.signIn(), 303);
}

export default function SettingsPage() {
  const { name, email } = usePage<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="Your account" meta={`${name}, ${email}`} />
      <SettingsTabs current="account" />
      <Panel title="Password">
        <PasswordForm errors={answer?.errors} />
      </Panel>
    </>
  );
}
