import type { Context } from '../kernel/context.ts';
import { changeArchival } from './change-archival.server.ts';
import { findAttachment, type Attachment } from './find-attachment.server.ts';

/** Takes a file off its record. The file stays, and can be put back. Answers what was found. */
export async function archiveAttachment(context: Context, ref: string, version: string): Promise<Attachment> {
  const found = await findAttachment(context, ref);
  await changeArchival(context, found, version, true);
  return found;
}
