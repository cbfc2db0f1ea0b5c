import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { EditReviewPage } from '#app/components/reviews/review-form.tsx';
import { openReviewForEdit } from '#app/domain/reviews/start-review.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { postReviewEdit } from '#app/web/review-post.server.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Edit a review · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await openReviewForEdit(context, args.params.ref ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const form = await readForm(args.request, { limits: { notes: 20_000, base: 60_000 } });
  const answer = await postReviewEdit(context, ref, form);
  if ('refused' in answer) return data(answer.refused, { status: answer.status });
  return redirectWithToast(args.context, pathTo.review(ref), { message: 'The review is saved.' });
}

export default function EditReview() {
  return <EditReviewPage view={usePage<typeof loader>()} refused={useActionData<typeof action>()} />;
}
