import type { LoaderFunctionArgs } from '@remix-run/node';
import { ReviewRegister } from '#app/components/reviews/review-register.tsx';
import { listReviewRegister } from '#app/domain/reviews/list-reviews.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { readReviewWords } from '#app/web/review-request.server.ts';

export const meta = () => [{ title: 'Reviews · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await listReviewRegister(context, readReviewWords(args.request)));
}

export default function Reviews() {
  return <ReviewRegister register={usePage<typeof loader>()} />;
}
