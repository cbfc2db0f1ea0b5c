/** What may be kept beside a record: each kind with its word and the endings its names have, the usual one first. */
export interface FileKind {
  mediaType: string;
  word: string;
  endings: readonly string[];
}

const KINDS: readonly FileKind[] = [
  { mediaType: 'application/pdf', word: 'PDF', endings: ['pdf'] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    word: 'Word document',
    endings: ['docx'],
  },
  { mediaType: 'application/vnd.oasis.opendocument.text', word: 'OpenDocument text', endings: ['odt'] },
  { mediaType: 'image/png', word: 'PNG picture', endings: ['png'] },
  { mediaType: 'image/jpeg', word: 'JPEG picture', endings: ['jpg', 'jpeg'] },
  { mediaType: 'image/webp', word: 'WebP picture', endings: ['webp'] },
  { mediaType: 'text/plain', word: 'Plain text', endings: ['txt', 'text', 'md', 'csv', 'log'] },
];

export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const ODT = 'application/vnd.oasis.opendocument.text';
export const PLAIN_TEXT = 'text/plain';

const MEGABYTE = 1024 * 1024;
/** The largest file. */
export const FILE_LIMIT = 25 * MEGABYTE;
/** What a compressed document may hold once it is unpacked, and how many times its own size that may be. */
export const UNPACKED_LIMIT = 100 * MEGABYTE;
export const RATIO_LIMIT = 100;
/** Files on one meeting, step or move, so that its list needs no pages. */
export const MOST_FILES = 100;

/** For the `accept` of a file field: what the browser's own dialog offers first. */
export const ACCEPT = KINDS.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(',');

export const TOO_LARGE =
  'This file is larger than 25 MB. Make it smaller, or keep only the part that matters.';

/** The kind that was found at the door. Throws for a media type that is not kept. */
export function fileKind(mediaType: string): FileKind {
  const kind = KINDS.find((one) => one.mediaType === mediaType);
  if (!kind) throw new RangeError(`${mediaType} is no kind of file that is kept.`);
  return kind;
}

/** The kind that goes by this media type, if it is kept at all. */
export function findFileKind(mediaType: string | undefined): FileKind | undefined {
  return KINDS.find((one) => one.mediaType === mediaType);
}

export function endingOf(name: string): string {
  return /\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The name under which it is saved: with an ending that tells what it is, whatever its owner called it. */
export function downloadName(name: string, mediaType: string): string {
  const { endings } = fileKind(mediaType);
  return endings.includes(endingOf(name)) ? name : `${name}.${endings[0] ?? ''}`;
}
