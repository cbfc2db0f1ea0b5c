import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { MovePage } from '#app/components/follow-ups/move-page.tsx';
import { previewMove } from '#app/domain/follow-ups/preview-move.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { MOVE_SHAPE, postMove } from '#app/web/move-post.server.ts';
import { readMoveQuestion } from '#app/web/register-request.server.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Move follow-ups · Rapport' }];

/** What a move would do; nothing is changed by looking. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await previewMove(context, readMoveQuestion(args.request)));
}

/** POST moves, or moves back. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  return postMove(args.context, context, await readForm(args.request, MOVE_SHAPE));
}

export default function MoveFollowUps() {
  return <MovePage preview={usePage<typeof loader>()} />;
}
