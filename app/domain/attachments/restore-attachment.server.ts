import type { Context } from '../kernel/context.ts';
import { changeArchival } from './change-archival.server.ts';
import { findAttachment, type Attachment } from './find-attachment.server.ts';

/** Puts a file back that was taken off its record. Answers what was found. */
export async function restoreAttachment(context: Context, ref: string, version: string): Promise<Attachment> {
  const found = await findAttachment(context, ref);
  await changeArchival(context, found, version, false);
  return found;
}
