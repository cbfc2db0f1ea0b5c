import type { ActionFunctionArgs } from '@remix-run/node';
import { archiveReview } from '#app/domain/reviews/archive-review.server.ts';
import { restoreReview } from '#app/domain/reviews/restore-review.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

/** POST archives; with `act=restore` it brings the review back. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  if ((await readForm(args.request)).fields.one('act') === 'restore') {
    await restoreReview(context, ref);
    return redirectWithToast(args.context, pathTo.review(ref), { message: 'Restored.' });
  }
  await archiveReview(context, ref);
  const undo = { action: pathTo.reviewArchival(ref), fields: { act: 'restore' } };
  return redirectWithToast(args.context, pathTo.reviews(), { message: 'Archived.', undo });
}
