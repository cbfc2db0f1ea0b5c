import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { ObjectiveFormPage } from '#app/components/objectives/objective-form.tsx';
import { openObjectiveForm } from '#app/domain/objectives/start-objective.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { EDIT_SHAPE, postEdit } from '#app/web/objective-edit.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Edit objective · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await openObjectiveForm(context, args.params.ref ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const answer = await postEdit(context, ref, await readForm(args.request, EDIT_SHAPE));
  if (answer) return data(answer, { status: answer.conflicts ? 409 : 422 });
  return redirectWithToast(args.context, pathTo.objective(ref), { message: 'Saved.' });
}

export default function EditObjective() {
  return <ObjectiveFormPage start={usePage<typeof loader>()} refused={useActionData<typeof action>()} />;
}
