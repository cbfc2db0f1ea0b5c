import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { MovePage } from '#app/components/objectives/move-page.tsx';
import { showObjective } from '#app/domain/objectives/show-objective.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { afterMove, MOVE_LIMITS, postMove } from '#app/web/objective-move-post.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Move an objective · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showObjective(context, args.params.ref ?? ''));
}

/** POST moves; leads back to where it was asked, where it can be undone. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const form = await readForm(args.request, MOVE_LIMITS);
  const { status, answer } = await postMove(context, ref, form);
  if (status !== 200) return data(answer, { status });
  const move = answer.move ?? '';
  const back = form.fields.one('back') || afterMove(ref, move, form.fields.one('evidence'));
  const undo = { action: pathTo.objectiveMove(ref, move), fields: { back } };
  return redirectWithToast(args.context, back, { message: `Moved to ${answer.standing.stageLabel}.`, undo });
}

/** Seen where a move needs more than the small form, or was not made: why, and what was typed. */
export default function Moves() {
  return <MovePage view={usePage<typeof loader>()} answer={useActionData<typeof action>()} />;
}
