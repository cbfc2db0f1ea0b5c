import type { ActionFunctionArgs } from '@remix-run/node';
import { requireContext } from '#app/web/context.server.ts';
import { postArchival } from '#app/web/attachment-archival.server.ts';
import { readForm } from '#app/web/forms.ts';

/** POST takes a file off its record; with `act=restore` it puts it back. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  return postArchival(args.context, context, args.params.ref ?? '', await readForm(args.request));
}
