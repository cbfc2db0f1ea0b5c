import type { ActionFunctionArgs } from '@remix-run/node';
import { archiveRecommendation } from '#app/domain/recommendations/archive-recommendation.server.ts';
import { restoreRecommendation } from '#app/domain/recommendations/restore-recommendation.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

/** POST archives; with `act=restore` it brings the recommendation back. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  if ((await readForm(args.request)).fields.one('act') === 'restore') {
    await restoreRecommendation(context, ref);
    return redirectWithToast(args.context, pathTo.recommendation(ref), { message: 'Restored.' });
  }
  await archiveRecommendation(context, ref);
  const undo = { action: pathTo.recommendationArchival(ref), fields: { act: 'restore' } };
  return redirectWithToast(args.context, pathTo.recommendations(), { message: 'Archived.', undo });
}
