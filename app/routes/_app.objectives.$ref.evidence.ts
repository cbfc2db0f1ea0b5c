import type { LoaderFunctionArgs } from '@remix-run/node';
import { showEvidence } from '#app/domain/objectives/show-evidence.server.ts';
import { requireContext } from '#app/web/context.server.ts';

/** The interactions that can show a move, for the dialog of the board. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return Response.json(await showEvidence(context, args.params.ref ?? ''));
}
