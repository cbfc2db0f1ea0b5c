import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { NewReviewPage } from '#app/components/reviews/review-form.tsx';
import { startReview } from '#app/domain/reviews/start-review.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm, readQuery } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { postNewReview } from '#app/web/review-post.server.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Add a review · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request);
  return page(await startReview(context, { country: query.one('country'), body: query.one('body') }));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const form = await readForm(args.request, { limits: { notes: 20_000 } });
  const answer = await postNewReview(context, form);
  if ('refused' in answer) return data(answer.refused, { status: 422 });
  return redirectWithToast(args.context, pathTo.review(answer.ref), { message: 'The review is saved.' });
}

export default function NewReview() {
  return <NewReviewPage start={usePage<typeof loader>()} refused={useActionData<typeof action>()} />;
}
