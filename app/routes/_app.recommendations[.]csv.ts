import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportRecommendations } from '#app/domain/recommendations/export-recommendations.server.ts';
import { requireRecentSignIn } from '#app/web/context.server.ts';
import { csvFile } from '#app/web/csv-file.server.ts';
import { readRecommendationWords } from '#app/web/review-request.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireRecentSignIn(args);
  const rows = await exportRecommendations(context, readRecommendationWords(args.request));
  return csvFile('recommendations', rows);
}
