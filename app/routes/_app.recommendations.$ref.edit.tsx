import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { EditRecommendationPage } from '#app/components/recommendations/recommendation-form.tsx';
import { openRecommendationForEdit } from '#app/domain/recommendations/start-recommendations.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { postRecommendationEdit } from '#app/web/recommendation-post.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Edit a recommendation · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await openRecommendationForEdit(context, args.params.ref ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const limits = { text: 4_000, base: 20_000 };
  const form = await readForm(args.request, { lists: ['workAreas'], limits });
  const answer = await postRecommendationEdit(context, ref, form);
  if (answer) return data(answer.refused, { status: answer.status });
  return redirectWithToast(args.context, pathTo.recommendation(ref), { message: 'Saved.' });
}

export default function EditRecommendation() {
  return <EditRecommendationPage view={usePage<typeof loader>()} refused={useActionData<typeof action>()} />;
}
