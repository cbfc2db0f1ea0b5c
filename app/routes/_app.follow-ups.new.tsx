import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { FollowUpFormPage } from '#app/components/follow-ups/follow-up-form.tsx';
import { createFollowUp } from '#app/domain/follow-ups/create-follow-up.server.ts';
import { readFollowUp } from '#app/domain/follow-ups/follow-up-form.ts';
import { startFollowUp } from '#app/domain/follow-ups/start-follow-up.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm, readQuery } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'New follow-up · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request);
  return page(await startFollowUp(context, query.one('interaction'), query.one('objective')));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { fields, faults } = await readForm(args.request, { lists: ['workAreas', 'countries'] });
  const read = readFollowUp(fields, faults);
  if (!read.ok) return data({ form: read.form, errors: read.errors }, { status: 422 });
  const answer = await createFollowUp(context, read.form);
  if (answer.outcome === 'refused') return data({ form: read.form, errors: answer.errors }, { status: 422 });
  return redirectWithToast(args.context, pathTo.followUp(answer.ref), { message: 'The follow-up is saved.' });
}

export default function NewFollowUp() {
  return <FollowUpFormPage start={usePage<typeof loader>()} refused={useActionData<typeof action>()} />;
}
