import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { EditFollowUpPage } from '#app/components/follow-ups/follow-up-form.tsx';
import { editFollowUp } from '#app/domain/follow-ups/edit-follow-up.server.ts';
import { readFollowUp } from '#app/domain/follow-ups/follow-up-form.ts';
import { openFollowUpForEdit } from '#app/domain/follow-ups/open-for-edit.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Edit a follow-up · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const { ref = '' } = args.params;
  return page({ ref, start: await openFollowUpForEdit(context, ref) });
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { ref = '' } = args.params;
  const { fields, faults } = await readForm(args.request, { lists: ['workAreas', 'countries'] });
  const read = readFollowUp(fields, faults);
  if (!read.ok) return data({ form: read.form, errors: read.errors, stale: false }, { status: 422 });
  const answer = await editFollowUp(context, ref, read.form, Number(fields.one('version')));
  if (answer.outcome === 'saved')
    return redirectWithToast(args.context, pathTo.followUp(ref), { message: 'Saved.' });
  const stale = answer.outcome === 'stale';
  const errors = answer.outcome === 'refused' ? answer.errors : {};
  return data({ form: read.form, errors, stale }, { status: stale ? 409 : 422 });
}

export default function EditFollowUp() {
  const { ref, start } = usePage<typeof loader>();
  return <EditFollowUpPage followUp={ref} start={start} refused={useActionData<typeof action>()} />;
}
