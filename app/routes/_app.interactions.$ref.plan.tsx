import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { PlanPage } from '#app/components/interactions/record/plan-page.tsx';
import { showInteraction } from '#app/domain/interactions/show-interaction.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { postPlan } from '#app/web/plan-post.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Move or cancel · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showInteraction(context, args.params.ref ?? ''));
}

/** POST with `act`: move, cancel or reinstate. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const result = await postPlan(context, ref, await readForm(args.request));
  if ('done' in result) return redirectWithToast(args.context, pathTo.interaction(ref), result.done);
  return data(result.answer, { status: result.status });
}

export default function Plan() {
  return <PlanPage view={usePage<typeof loader>()} answer={useActionData<typeof action>()} />;
}
