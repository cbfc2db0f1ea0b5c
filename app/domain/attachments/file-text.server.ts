import type { Keys } from '../kernel/keys.server.ts';
import { readText, storedText } from '../kernel/sealed-text.server.ts';

const SEALED = 3;

/** The words of a file as they are stored beside it. */
export function storedFileText(keys: Keys, sealed: boolean, hash: string, text: string): string {
  return storedText(keys, sealed ? SEALED : 0, `stored_file|text|${hash}`, text);
}

/** The words of a file as they were extracted; '' where there are none. */
export function readFileText(
  keys: Keys,
  row: { content_hash: string; sealed: number; text_body: string | null },
): string {
  if (row.text_body === null) return '';
  return readText(keys, row.sealed === 1 ? SEALED : 0, `stored_file|text|${row.content_hash}`, row.text_body);
}
