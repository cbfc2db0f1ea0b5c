import type { ActionFunctionArgs } from '@remix-run/node';
import { takeBackMove } from '#app/domain/objectives/take-back-move.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { redirectWithToast, tellConflict } from '#app/web/toast.server.ts';

/** POST takes a move back. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { ref = '', move = '' } = args.params;
  const back = (await readForm(args.request)).fields.one('back') || pathTo.objective(ref);
  return tellConflict(args.context, back, takeBackMove(context, ref, move), () =>
    redirectWithToast(args.context, back, { message: 'The move is taken back.' }),
  );
}
