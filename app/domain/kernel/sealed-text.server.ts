import { levelNumber } from '#db/levels.ts';
import { seal, unseal, type Keys } from './keys.server.ts';

const SEALED = levelNumber('sealed');

/** Where a text stands: part of what is authenticated, so that it opens only there. */
export type TextPlace = `${string}|${string}|${string}`;

/** The text as it is stored at this level: encrypted where the record is sealed. */
export function storedText(keys: Keys, level: number, place: TextPlace, text: string): string {
  return level === SEALED ? seal(keys, keys.sealing, place, text) : text;
}

/** The text as it was written. */
export function readText(keys: Keys, level: number, place: TextPlace, stored: string): string {
  return level === SEALED ? unseal(keys, keys.sealing, place, stored) : stored;
}
