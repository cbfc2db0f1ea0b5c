import type { AppLoadContext } from '@remix-run/node';
import { filesPath } from '#app/components/attachments/parent-page.ts';
import { archiveAttachment } from '#app/domain/attachments/archive-attachment.server.ts';
import { restoreAttachment } from '#app/domain/attachments/restore-attachment.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { pathTo } from '#app/paths.ts';
import type { ReadForm } from './forms.ts';
import { redirectWithToast } from './toast.server.ts';

/** Takes a file off its record, or puts it back, and leads to the record. Undo knows the version that follows. */
export async function postArchival(
  load: AppLoadContext,
  context: Context,
  ref: string,
  { fields }: ReadForm,
): Promise<Response> {
  const version = fields.one('version');
  if (fields.one('act') === 'restore') {
    const { parent, pageRef } = await restoreAttachment(context, ref, version);
    return redirectWithToast(load, filesPath(parent, pageRef), { message: 'File put back.' });
  }
  const { parent, pageRef } = await archiveAttachment(context, ref, version);
  const undo = {
    action: pathTo.fileArchival(ref),
    fields: { act: 'restore', version: String(Number(version) + 1) },
  };
  return redirectWithToast(load, filesPath(parent, pageRef), { message: 'File taken off.', undo });
}
