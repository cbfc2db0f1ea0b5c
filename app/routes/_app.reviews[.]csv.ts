import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportReviews } from '#app/domain/reviews/export-reviews.server.ts';
import { requireRecentSignIn } from '#app/web/context.server.ts';
import { csvFile } from '#app/web/csv-file.server.ts';
import { readReviewWords } from '#app/web/review-request.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireRecentSignIn(args);
  return csvFile('reviews', await exportReviews(context, readReviewWords(args.request)));
}
