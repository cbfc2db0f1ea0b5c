import type { LoaderFunctionArgs } from '@remix-run/node';
import { openAttachment } from '#app/domain/attachments/open-attachment.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { fileResponse } from '#app/web/file-response.server.ts';

/** The file itself, to be saved. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return fileResponse(await openAttachment(context, args.params.ref ?? ''));
}
