import { discard, receiveFile, type Incoming } from '#app/domain/attachments/file-store.server.ts';

import type { Context } from '#app/domain/kernel/context.ts';
import { uploadLimit } from './body.server.ts';
import { readEntries, readForm, type ReadForm } from './forms.ts';
import { BadMultipart, readMultipart, type Part } from './multipart.server.ts';

export interface Upload extends ReadForm {
  /** What arrived; undefined where no file was chosen, or it was too large. */
  file: { name: string; incoming: Incoming } | undefined;
  tooLarge: boolean;
}

const FIELD_LIMIT = 64 * 1024;

/**
 * Reads a form with one file as it arrives: fields come before the file, so that they are kept where it is too large,
 * and reading stops there. Throws a Response of 400 for what is no form, or 413 for too much text.
 */
export async function readUpload(request: Request, context: Context, sealed: boolean): Promise<Upload> {
  // A form that went through the sign-in page comes back without its file.
  if (!request.headers.get('Content-Type')?.startsWith('multipart/'))
    return { ...(await readForm(request)), file: undefined, tooLarge: false };
  const entries: [string, string][] = [];
  const told = Number(request.headers.get('Content-Length') ?? 0);
  let file: Upload['file'];
  let tooLarge = false;
  try {
    for await (const part of readMultipart(bodyOf(request), request.headers.get('Content-Type') ?? '')) {
      if (part.fileName === undefined) entries.push([part.name, await readField(part)]);
      else if (told > uploadLimit) tooLarge = true;
      else if (!file) file = await receive(context, part, part.fileName, sealed);
      if (tooLarge) break;
    }
  } catch (error) {
    if (file) await discard(file.incoming);
    if (error instanceof BadMultipart) throw new Response(null, { status: 400 });
    // by name: the server's bundle has classes of its own
    if (!(error instanceof Error && /^(?:FileTooLarge|BodyTooLarge)$/.test(error.name))) throw error;
    file = undefined;
    tooLarge = true;
  }
  return { ...readEntries(entries, {}), file, tooLarge };
}

export async function* bodyOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body) yield* body as unknown as AsyncIterable<Uint8Array>;
}

/** Throws a Response of 413 where it is longer. */
export async function readField({ content }: Part, limit = FIELD_LIMIT): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of content) {
    length += piece.length;
    if (length > limit) throw new Response(null, { status: 413 });
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** A field that was left empty is sent as a file without a name and without content. */
async function receive(context: Context, { content }: Part, name: string, sealed: boolean) {
  const incoming = await receiveFile(context, content, sealed);
  if (name === '' && incoming.size === 0) {
    await discard(incoming);
    return undefined;
  }
  // Some browsers send the whole path.
  return { name: name.split(/[/\\]/).at(-1) ?? '', incoming };
}
