import type { ActionFunctionArgs } from '@remix-run/node';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { restoreInteraction } from '#app/domain/interactions/restore-interaction.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

/** POST archives; with `act=restore` it brings the interaction back. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  if ((await readForm(args.request)).fields.one('act') === 'restore') {
    await restoreInteraction(context, ref);
    return redirectWithToast(args.context, pathTo.interaction(ref), { message: 'Restored.' });
  }
  await archiveInteraction(context, ref);
  const undo = { action: pathTo.interactionArchival(ref), fields: { act: 'restore' } };
  return redirectWithToast(args.context, pathTo.interactions(), { message: 'Archived.', undo });
}
