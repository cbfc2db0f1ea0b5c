import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { StanceFormPage } from '#app/components/objectives/stance-form.tsx';
import { startStance } from '#app/domain/objectives/start-stance.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { postStance } from '#app/web/stance-post.server.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const handle = { hydrate: true };
export const meta = () => [{ title: 'Note a stance · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return startStance(context, args.params.ref ?? '');
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const answer = await postStance(context, ref, await readForm(args.request, { limits: { note: 4_000 } }));
  if (answer.outcome === 'asked') return data(answer, { status: answer.status });
  return redirectWithToast(args.context, `${pathTo.objective(ref)}#stances`, {
    message: 'The stance is noted.',
    undo: { action: pathTo.objectiveStance(ref, answer.stance) },
  });
}

export default function Stances() {
  return <StanceFormPage start={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
