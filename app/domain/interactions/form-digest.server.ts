import type { Keys } from '../kernel/keys.server.ts';
import { digestOf as digestOfContent } from '../kernel/submission-digest.server.ts';
import type { InteractionInput } from './parse-interaction.ts';

/** Tells whether two posts of a form say the same: the version and the key say nothing about what was written. */
export function digestOf(keys: Keys, input: InteractionInput): string {
  return digestOfContent(keys, { ...input, key: '', version: '' });
}
