import type { Readable } from 'node:stream';
import { recordOpening } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { streamContent } from './file-store.server.ts';
import { findAttachment } from './find-attachment.server.ts';
import { downloadName } from './kinds.ts';
import { attachmentWords } from './list-attachments.server.ts';

const RESTRICTED = 2;

export interface OpenedFile {
  name: string;
  mediaType: string;
  size: number;
  content: Readable;
}

/**
 * A file for whoever may see what it hangs on. Opening a restricted or sealed one is recorded. Throws NotFound, also for
 * one that was taken off its record.
 */
export async function openAttachment(context: Context, ref: string): Promise<OpenedFile> {
  const found = await findAttachment(context, ref);
  if (found.archived_at !== null) throw new NotFound();
  if (found.level >= RESTRICTED) {
    const { id } = found;
    await recordOpening(context, { action: 'attachment.opened', noun: 'attachment', id, ref, changes: {} });
  }
  const { name } = attachmentWords(context.keys, found);
  return {
    name: downloadName(name, found.media_type),
    mediaType: found.media_type,
    size: found.size_bytes,
    content: await streamContent(context, found),
  };
}
