import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RecommendationPage } from '#app/components/recommendations/recommendation-page.tsx';
import { showRecommendation } from '#app/domain/recommendations/show-recommendation.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { postLink } from '#app/web/recommendation-post.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Recommendation · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showRecommendation(context, args.params.ref ?? ''));
}

/** POST links a record of ours; with `act=unlink` it takes the link out. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const answer = await postLink(context, ref, await readForm(args.request));
  if ('error' in answer) return data(answer, { status: 422 });
  return redirectWithToast(args.context, `${pathTo.recommendation(ref)}#pushes`, { message: answer.told });
}

/** Seen where nothing was linked. */
export default function Links() {
  return <RecommendationPage view={usePage<typeof loader>()} refusedLink={useActionData<typeof action>()} />;
}
