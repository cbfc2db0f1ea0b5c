import type { LoaderFunctionArgs } from '@remix-run/node';
import { RecommendationRegister } from '#app/components/recommendations/recommendation-register.tsx';
import { listRecommendationRegister } from '#app/domain/recommendations/list-recommendations.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { readRecommendationWords } from '#app/web/review-request.server.ts';

export const meta = () => [{ title: 'Recommendations · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await listRecommendationRegister(context, readRecommendationWords(args.request)));
}

export default function Recommendations() {
  return <RecommendationRegister register={usePage<typeof loader>()} />;
}
