import { sql } from 'kysely';
import type { Db, Trx } from '../client.ts';

export interface Throttle {
  failures: number;
  /** ISO, UTC */
  lastFailureAt: string;
}

/**
 * Reads the count and keeps it from everybody else until the transaction ends, whether or not there was one: those
 * who come at the same moment wait, and see it raised. Always lock the account's before the address's.
 */
export async function lockThrottle(trx: Trx, key: string, at: string): Promise<Throttle> {
  return trx
    .insertInto('sign_in_throttle')
    .values({ key, failures: 0, last_failure_at: at })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({ failures: eb.ref('sign_in_throttle.failures') })),
    )
    .returning(['failures', 'last_failure_at as lastFailureAt'])
    .executeTakeFirstOrThrow();
}

/** Counts one more failure; one that came before `since` (ISO, UTC) is forgotten, and the count begins anew. */
export async function updateThrottle(trx: Trx, key: string, at: string, since: string): Promise<void> {
  await trx
    .insertInto('sign_in_throttle')
    .values({ key, failures: 1, last_failure_at: at })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        failures: sql<number>`case when sign_in_throttle.last_failure_at < ${since} then 1 else sign_in_throttle.failures + 1 end`,
        last_failure_at: at,
      }),
    )
    .execute();
}

/** Takes one failure back: the attempt that had been counted beforehand succeeded. */
export async function updateThrottleLess(trx: Trx, key: string): Promise<void> {
  await trx
    .updateTable('sign_in_throttle')
    .set((eb) => ({ failures: eb('failures', '-', 1) }))
    .where('key', '=', key)
    .where('failures', '>', 0)
    .execute();
}

export async function deleteThrottle(trx: Trx, key: string): Promise<void> {
  await trx.deleteFrom('sign_in_throttle').where('key', '=', key).execute();
}

/** Forgets counts whose last failure came before `at` (ISO, UTC). Not inside a sign-in: it would lock others' rows. */
export async function deleteThrottlesBefore(db: Db, at: string): Promise<void> {
  await db.deleteFrom('sign_in_throttle').where('last_failure_at', '<', at).execute();
}
