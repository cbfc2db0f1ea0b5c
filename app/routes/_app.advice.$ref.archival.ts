import type { ActionFunctionArgs } from '@remix-run/node';
import { archiveAdvice } from '#app/domain/advice/archive-advice.server.ts';
import { restoreAdvice } from '#app/domain/advice/restore-advice.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

/** POST archives; with `act=restore` it brings the advice back. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  if ((await readForm(args.request)).fields.one('act') === 'restore') {
    await restoreAdvice(context, ref);
    return redirectWithToast(args.context, pathTo.adviceRecord(ref), { message: 'Restored.' });
  }
  await archiveAdvice(context, ref);
  const undo = { action: pathTo.adviceArchival(ref), fields: { act: 'restore' } };
  return redirectWithToast(args.context, pathTo.advice(), { message: 'Archived.', undo });
}
