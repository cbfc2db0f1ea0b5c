import type { ActionFunctionArgs } from '@remix-run/node';
import { holdInteraction } from '#app/domain/interactions/hold-interaction.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

/** POST: a planned interaction took place. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  await holdInteraction(context, ref);
  return redirectWithToast(args.context, pathTo.interaction(ref), { message: 'Marked as held.' });
}
