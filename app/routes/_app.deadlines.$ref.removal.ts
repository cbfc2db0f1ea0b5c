import type { ActionFunctionArgs } from '@remix-run/node';
import { placeOfDeadline } from '#app/domain/reviews/open-deadline.server.ts';
import { removeDeadline } from '#app/domain/reviews/remove-deadline.server.ts';
import { restoreDeadline } from '#app/domain/reviews/restore-deadline.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

/** POST takes the deadline out of the plan; with `act=restore` it brings it back. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const restore = (await readForm(args.request)).fields.one('act') === 'restore';
  await (restore ? restoreDeadline : removeDeadline)(context, ref);
  const back = await placeOfDeadline(context, ref);
  const undo = { action: pathTo.deadlineRemoval(ref), fields: { act: 'restore' } };
  const told = restore ? { message: 'Back in the plan.' } : { message: 'Taken out.', undo };
  return redirectWithToast(args.context, back, told);
}
