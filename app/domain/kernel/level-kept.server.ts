import type { Trx } from '#db/client.ts';
import { findLevelNow } from '#db/queries/promise-writes.ts';
import { Conflict } from './errors.ts';

/**
 * To be called once the readers are written: the words of a record were stored for the level that was seen before the
 * transaction. Throws Conflict where a colleague has changed that since.
 */
export async function requireLevelKept(
  trx: Trx,
  noun: 'advice' | 'follow_up',
  id: number,
  seen: number,
): Promise<void> {
  if ((await findLevelNow(trx, noun, id)) !== seen)
    throw new Conflict('Who may read this was changed meanwhile. Look at it again, then save.');
}
