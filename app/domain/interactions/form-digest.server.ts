import { createHash } from 'node:crypto';
import type { InteractionInput } from './parse-interaction.ts';

/** Tells whether two posts of a form say the same: the version and the key say nothing about what was written. */
export function digestOf(input: InteractionInput): string {
  return createHash('sha256')
    .update(JSON.stringify({ ...input, key: '', version: '' }))
    .digest('hex');
}
