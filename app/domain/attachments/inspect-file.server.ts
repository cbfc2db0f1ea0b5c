import { isUtf8 } from 'node:buffer';
import { fileTypeFromBuffer } from 'file-type';
import { inspectArchive } from './inspect-archive.server.ts';
import { endingOf, fileKind, findFileKind, PDF, PLAIN_TEXT } from './kinds.ts';
import { BadArchive } from './zip-entries.server.ts';

export type Inspection = { mediaType: string } | { refusal: string };

const WHAT_IS_KEPT =
  'Keep a PDF, a Word (DOCX) or OpenDocument (ODT) text, a PNG, JPEG or WebP picture, or plain text.';
const TEXT_ENDINGS = fileKind(PLAIN_TEXT).endings;

/** What a file is by its bytes, whatever it is called; or why it is not kept, in words for whoever brought it. */
export async function inspectFile(file: Buffer, name: string): Promise<Inspection> {
  if (file.length === 0) return { refusal: 'This file is empty.' };
  if (isZip(file)) return inspectZip(file);
  if (isUtf16(file)) return { refusal: 'This text is not in UTF-8. Save it as “UTF-8”, or as PDF.' };
  // Some detectors read on in search of a header that stands further down; ours must stand at the beginning.
  const found = await fileTypeFromBuffer(file).catch(() => undefined);
  if (found?.mime === PDF && !file.subarray(0, 5).equals(Buffer.from('%PDF-'))) return notKept();
  if (findFileKind(found?.mime)) return { mediaType: found?.mime ?? '' };
  return found ? notKept() : inspectText(file, name);
}

const notKept = (): Inspection => ({ refusal: `This kind of file is not kept here. ${WHAT_IS_KEPT}` });

const isZip = (file: Buffer) => file.subarray(0, 2).toString('latin1') === 'PK';

const isUtf16 = (file: Buffer) => /^(?:\xff\xfe|\xfe\xff)/.test(file.subarray(0, 2).toString('latin1'));

async function inspectZip(file: Buffer): Promise<Inspection> {
  try {
    const mediaType = await inspectArchive(file);
    return mediaType ? { mediaType } : notKept();
  } catch (error) {
    if (error instanceof BadArchive) return { refusal: error.message };
    throw error;
  }
}

/** A page or a drawing for a browser is text too, and would be opened as what it is once it is saved. */
const MARKUP =
  /^\s*<(?:!doctype|!--|\?|!\[|html|head|body|svg|script|style|iframe|object|embed|img|a|div|p|form|math|link|meta|base|title|template)\b|^\s*<[?!]/i;

function inspectText(file: Buffer, name: string): Inspection {
  if (!isUtf8(file))
    return file.includes(0)
      ? notKept()
      : { refusal: `This file is not plain text in UTF-8. ${WHAT_IS_KEPT}` };
  if (file.includes(0)) return notKept();
  const beginning = file
    .subarray(0, 4096)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  if (MARKUP.test(beginning))
    return {
      refusal: `Pages and drawings for a browser (HTML, SVG, XML) are not kept here. ${WHAT_IS_KEPT}`,
    };
  const ending = endingOf(name);
  if (ending !== '' && !TEXT_ENDINGS.includes(ending))
    return {
      refusal: `This is plain text, but its name ends in .${ending}. Rename it so that it ends in .txt, or save it as PDF.`,
    };
  return { mediaType: PLAIN_TEXT };
}
