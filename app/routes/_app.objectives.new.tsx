import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ObjectiveFormPage } from '#app/components/objectives/objective-form.tsx';
import { readObjective } from '#app/domain/objectives/objective-form.ts';
import { setObjective } from '#app/domain/objectives/set-objective.server.ts';
import { startObjective } from '#app/domain/objectives/start-objective.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm, readQuery } from '#app/web/forms.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const handle = { hydrate: true };
export const meta = () => [{ title: 'New objective · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request);
  const asked = {
    country: query.one('country'),
    track: query.one('track'),
    workArea: query.one('work_area'),
  };
  return startObjective(context, asked);
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { fields, faults } = await readForm(args.request, { lists: ['readers'] });
  const read = readObjective(fields, faults);
  if (!read.ok) return data({ form: read.form, errors: read.errors }, { status: 422 });
  const answer = await setObjective(context, read.form);
  if (answer.outcome === 'refused') return data({ form: read.form, errors: answer.errors }, { status: 422 });
  return redirectWithToast(args.context, pathTo.objective(answer.ref), { message: 'The objective is set.' });
}

export default function NewObjective() {
  return (
    <ObjectiveFormPage start={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
  );
}
