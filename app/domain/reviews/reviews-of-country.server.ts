import {
  countRecommendationsByResponse,
  type RecommendationFilter,
} from '#db/queries/recommendation-list.ts';
import { listReviewsToCome } from '#db/queries/review-list.ts';
import { today, type Context } from '../kernel/context.ts';
import { RESPONSES } from '../recommendations/responses.ts';
import { glanceReviews } from './glance-reviews.server.ts';

/** How the State answered some recommendations, in order; answers that were not given are left out. */
export async function talliesOf(context: Context, filter: RecommendationFilter) {
  const counts = await countRecommendationsByResponse(context.db, context.actor, filter);
  return RESPONSES.map((response) => ({ response, count: counts[response] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
}

/** What the page of a country shows: the reviews to come with our deadlines, and the answers to recommendations. */
export async function reviewsOfCountry(context: Context, countryId: number) {
  const rows = await listReviewsToCome(context.db, countryId, today(context), 3);
  return {
    coming: await glanceReviews(context, rows),
    answers: await talliesOf(context, { countryIds: [countryId] }),
  };
}

export type CountryReviews = Awaited<ReturnType<typeof reviewsOfCountry>>;
