import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RecommendationPage } from '#app/components/recommendations/recommendation-page.tsx';
import { answerRecommendation } from '#app/domain/recommendations/answer-recommendation.server.ts';
import { showRecommendation } from '#app/domain/recommendations/show-recommendation.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Recommendation · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showRecommendation(context, args.params.ref ?? ''));
}

/** POST records what the State answered. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const { fields, faults } = await readForm(args.request);
  const values = { response: fields.one('response'), on: fields.one('on').trim(), note: fields.one('note') };
  if (Object.keys(faults).length > 0) return data({ values, errors: faults }, { status: 422 });
  const answer = await answerRecommendation(context, ref, values);
  if (answer.outcome === 'refused') return data({ values, errors: answer.errors }, { status: 422 });
  const message = 'The answer is saved.';
  return redirectWithToast(args.context, `${pathTo.recommendation(ref)}#answer`, { message });
}

/** Seen where the answer was not taken. */
export default function Response() {
  return (
    <RecommendationPage view={usePage<typeof loader>()} refusedAnswer={useActionData<typeof action>()} />
  );
}
