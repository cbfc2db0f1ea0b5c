import { createHmac } from 'node:crypto';
import type { Keys } from './keys.server.ts';

/**
 * Tells whether two posts of a form say the same. Keyed: what a form says may be sealed, and whoever holds the disk could
 * else try out which of a few answers somebody gave.
 */
export function digestOf(keys: Keys, content: unknown): string {
  return createHmac('sha256', keys.sealing)
    .update('submission\0')
    .update(JSON.stringify(content))
    .digest('hex');
}
