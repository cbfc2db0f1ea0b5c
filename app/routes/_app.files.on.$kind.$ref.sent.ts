import type { ActionFunctionArgs } from '@remix-run/node';
import { findAttachable } from '#app/domain/attachments/find-attachable.server.ts';
import { answerScript, postFile } from '#app/web/attachment-post.server.ts';
import { requireContext } from '#app/web/context.server.ts';

/** POST brings a file to a record: for the script of the page, which shows how far it has come. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const parent = await findAttachable(context, args.params.kind ?? '', args.params.ref ?? '');
  return answerScript(args.context, await postFile(context, parent, args.request));
}
