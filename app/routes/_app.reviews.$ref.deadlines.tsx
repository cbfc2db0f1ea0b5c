import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { PlanPage } from '#app/components/reviews/plan-page.tsx';
import { previewDeadlines } from '#app/domain/reviews/preview-deadlines.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { postPlan } from '#app/web/deadline-post.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Plan our deadlines · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await previewDeadlines(context, args.params.ref ?? ''));
}

/** POST sets what was ticked, with `act=add` one by hand, with `act=move` it moves those that were ticked. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const form = await readForm(args.request, { lists: ['kinds', 'deadlines'] });
  const answer = await postPlan(context, ref, form);
  if ('refused' in answer) return data(answer.refused, { status: 422 });
  return redirectWithToast(args.context, `${pathTo.review(ref)}#deadlines`, { message: answer.told });
}

export default function PlanDeadlines() {
  return <PlanPage preview={usePage<typeof loader>()} refused={useActionData<typeof action>()} />;
}
