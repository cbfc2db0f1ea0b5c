import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { RecommendationPage } from '#app/components/recommendations/recommendation-page.tsx';
import { showRecommendation } from '#app/domain/recommendations/show-recommendation.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { titled } from '#app/web/title.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data && `Recommendation ${data.page.number ?? ''} to ${data.page.country.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showRecommendation(context, args.params.ref ?? ''));
}

export default function Recommendation() {
  return <RecommendationPage view={usePage<typeof loader>()} />;
}
