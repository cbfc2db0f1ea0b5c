import type { ActionFunctionArgs } from '@remix-run/node';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { reopenFollowUp } from '#app/domain/follow-ups/reopen-follow-up.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { redirectWithToast, tellConflict } from '#app/web/toast.server.ts';

/** POST completes; with `act=reopen` it opens the follow-up again. Leads back to where it was asked. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const { fields } = await readForm(args.request, { limits: { outcome: 20_000 } });
  const back = fields.one('back') || pathTo.followUps();
  const reopens = fields.one('act') === 'reopen';
  const act = reopens ? reopenFollowUp(context, ref) : completeFollowUp(context, ref, fields.one('outcome'));
  return tellConflict(args.context, back, act, () => {
    const undo = { action: pathTo.followUpCompletion(ref), fields: { act: 'reopen', back } };
    const done = reopens ? { message: 'Open again.' } : { message: 'Completed.', undo };
    return redirectWithToast(args.context, back, done);
  });
}
