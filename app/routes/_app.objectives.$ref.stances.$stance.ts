import type { ActionFunctionArgs } from '@remix-run/node';
import { withdrawStance } from '#app/domain/objectives/withdraw-stance.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { redirectWithToast, tellConflict } from '#app/web/toast.server.ts';

/** POST takes a stance out that was noted by mistake; with `act=restore` it comes back. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { ref = '', stance = '' } = args.params;
  const restore = (await readForm(args.request)).fields.one('act') === 'restore';
  const back = `${pathTo.objective(ref)}#stances`;
  const undo = { action: pathTo.objectiveStance(ref, stance), fields: { act: 'restore' } };
  const told = restore ? { message: 'The stance is back.' } : { message: 'The stance is taken out.', undo };
  return tellConflict(args.context, back, withdrawStance(context, ref, stance, { restore }), () =>
    redirectWithToast(args.context, back, told),
  );
}
