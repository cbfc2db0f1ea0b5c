import type { AppLoadContext } from '@remix-run/node';
import { filesPath } from '#app/components/attachments/parent-page.ts';
import { addAttachment } from '#app/domain/attachments/add-attachment.server.ts';
import { extractSoon } from '#app/domain/attachments/extract-waiting-texts.server.ts';
import { TOO_LARGE } from '#app/domain/attachments/kinds.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import type { FormErrors } from '#app/domain/kernel/form-fields.ts';
import type { ParentRow } from '#db/queries/attachment-parents.ts';
import { logError } from './log.server.ts';
import { redirectWithToast } from './toast.server.ts';
import { readUpload } from './upload.server.ts';

export type FilePost =
  | { saved: true; to: string }
  /** The words typed beside a refused file. */
  | { saved: false; status: 413 | 422; errors: FormErrors; note: string };

/** Takes the file that a form brings to a record. Throws as `addAttachment` does, and Responses of 400. */
export async function postFile(context: Context, parent: ParentRow, request: Request): Promise<FilePost> {
  const { fields, faults, file, tooLarge } = await readUpload(request, context, parent.level === 3);
  const note = fields.one('note');
  const refused = (errors: FormErrors, status: 413 | 422 = 422): FilePost => ({
    saved: false,
    status,
    errors,
    note,
  });
  if (tooLarge) return refused({ file: TOO_LARGE }, 413);
  if (!file) return refused({ ...faults, file: 'Choose a file.' });
  const input = { key: fields.one('key'), name: file.name, note, incoming: file.incoming };
  const outcome = await addAttachment(context, parent, input);
  if (outcome.outcome === 'refused') return refused(outcome.errors);
  extractSoon(context, (error) => void logError(error, new Request('http://localhost/files')));
  return { saved: true, to: filesPath(parent, parent.pageRef) };
}

/** Tells the script of the page where to go, with the toast that waits there, or what to say. */
export function answerScript(context: AppLoadContext, post: FilePost): Response {
  if (!post.saved)
    return Response.json({ error: Object.values(post.errors)[0] ?? '' }, { status: post.status });
  redirectWithToast(context, post.to, ADDED);
  return Response.json({ to: post.to });
}

export const ADDED = { message: 'File added.' };
