import type { ActionFunctionArgs } from '@remix-run/node';
import { archiveObjective } from '#app/domain/objectives/archive-objective.server.ts';
import { restoreObjective } from '#app/domain/objectives/restore-objective.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

/** POST archives; with `act=restore` it brings the objective back. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  if ((await readForm(args.request)).fields.one('act') === 'restore') {
    await restoreObjective(context, ref);
    return redirectWithToast(args.context, pathTo.objective(ref), { message: 'Restored.' });
  }
  await archiveObjective(context, ref);
  const undo = { action: pathTo.objectiveArchival(ref), fields: { act: 'restore' } };
  return redirectWithToast(args.context, pathTo.objectives(), { message: 'Archived.', undo });
}
