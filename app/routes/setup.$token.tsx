import { randomBytes } from 'node:crypto';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { FirstAccountForm } from '#app/components/accounts/first-account-form.tsx';
import { BarePage } from '#app/components/shell/bare-page.tsx';
import { readFirstAccount } from '#app/domain/accounts/first-account-form.server.ts';
import { requireOpenSetupLink, setUpFirstAccount } from '#app/domain/accounts/set-up-first-account.server.ts';
import { pathTo } from '#app/paths.ts';
import { readForm } from '#app/web/forms.ts';
import { openSession } from '#app/web/session.server.ts';

export const meta = () => [{ title: 'Set up · Rapport' }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  await requireOpenSetupLink({ db: context.db, now: new Date() }, params.token ?? '');
  return null;
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, keys, config, cookies } = context;
  const now = new Date();
  const token = params.token ?? '';
  await requireOpenSetupLink({ db, now }, token);
  const { fields, faults } = await readForm(request, { lists: ['roles'] });
  const { account, values, errors } = readFirstAccount(fields, faults);
  if (!account) return data({ values, errors }, { status: 400 });
  const { accountId } = await setUpFirstAccount(
    { db, keys, now, random: randomBytes },
    { ...account, token },
  );
  cookies.push(await openSession(db, config, accountId, now));
  return redirect(pathTo.desk(), 303);
}

export default function SetUpPage() {
  const answer = useActionData<typeof action>();
  return (
    <BarePage title="Set up Rapport">
      <FirstAccountForm values={answer?.values} errors={answer?.errors} />
    </BarePage>
  );
}
