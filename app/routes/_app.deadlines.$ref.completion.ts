import type { ActionFunctionArgs } from '@remix-run/node';
import { completeDeadline } from '#app/domain/reviews/complete-deadline.server.ts';
import { placeOfDeadline } from '#app/domain/reviews/open-deadline.server.ts';
import { reopenDeadline } from '#app/domain/reviews/reopen-deadline.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { redirectWithToast, tellConflict } from '#app/web/toast.server.ts';

/** POST says that the deadline is met; with `act=reopen` it opens it again. Leads back to where it was asked. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const { fields } = await readForm(args.request);
  const reopen = fields.one('act') === 'reopen';
  const back = fields.one('back') || (await placeOfDeadline(context, ref));
  const undo = { action: pathTo.deadlineCompletion(ref), fields: { act: 'reopen', back } };
  const told = reopen ? { message: 'Open again.' } : { message: 'Done.', undo };
  const act = reopen ? reopenDeadline(context, ref) : completeDeadline(context, ref);
  return tellConflict(args.context, back, act, () => redirectWithToast(args.context, back, told));
}
