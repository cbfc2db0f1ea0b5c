import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { ReviewPage } from '#app/components/reviews/review-page.tsx';
import { showReview } from '#app/domain/reviews/show-review.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { titled } from '#app/web/title.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.title);

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showReview(context, args.params.ref ?? ''));
}

export default function Review() {
  return <ReviewPage view={usePage<typeof loader>()} />;
}
