import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { SettingsTabs } from '#app/components/accounts/settings-tabs.tsx';
import { ChoicesForm } from '#app/components/notifications/choices-form.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { changeChoices } from '#app/domain/notifications/change-choices.server.ts';
import { CHOICE_SHAPE, readChoices } from '#app/domain/notifications/preference-form.ts';
import { showChoices } from '#app/domain/notifications/show-choices.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'What you are told · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page({ values: await showChoices(context), zone: context.zone });
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { fields, faults } = await readForm(args.request, CHOICE_SHAPE);
  const read = readChoices(fields, faults);
  if (!read.ok) return data({ values: read.values, errors: read.errors }, { status: 400 });
  await changeChoices(context, read.version, read.choices);
  return redirectWithToast(args.context, pathTo.notificationSettings(), { message: 'Saved.' });
}

export default function NotificationSettings() {
  const { values, zone } = usePage<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="What you are told" meta="By mail, besides your inbox" />
      <SettingsTabs current="notifications" />
      <ChoicesForm values={answer?.values ?? values} errors={answer?.errors} zone={zone} />
    </>
  );
}
