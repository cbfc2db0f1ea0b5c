import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { PastePage } from '#app/components/recommendations/paste-page.tsx';
import { startRecommendations } from '#app/domain/recommendations/start-recommendations.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { postRecommendations } from '#app/web/recommendation-post.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Add recommendations · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await startRecommendations(context, args.params.ref ?? ''));
}

/** POST reads what was pasted; with `act=save` it saves the rows that were looked over. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const limits = { pasted: 300_000, text: 4_000 };
  const form = await readForm(args.request, { lists: ['workAreas'], limits });
  const result = await postRecommendations(context, ref, form);
  if ('answer' in result) return data(result.answer, { status: result.status });
  const message = result.saved === 1 ? 'One recommendation saved.' : `${result.saved} recommendations saved.`;
  return redirectWithToast(args.context, `${pathTo.review(ref)}#recommendations`, { message });
}

export default function AddRecommendations() {
  return <PastePage start={usePage<typeof loader>()} answer={useActionData<typeof action>()} />;
}
