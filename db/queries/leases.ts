import { databaseInstant } from '../dialect.ts';
import type { Db } from '../client.ts';

/**
 * Takes or renews the lease for `seconds`, and answers whether `holder` has it. Timed by the clock of the database, which
 * all processes share. A lease that ends later than anybody could have written was written before that clock was put
 * back: it counts as over.
 */
export async function updateLease(db: Db, name: string, holder: string, seconds: number): Promise<boolean> {
  const expires_at = databaseInstant(db, seconds);
  const row = await db
    .insertInto('lease')
    .values({ name, holder, expires_at })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, expires_at })
        .where((eb) =>
          eb.or([
            eb('lease.holder', '=', holder),
            eb('lease.expires_at', '<=', databaseInstant(db, 0)),
            eb('lease.expires_at', '>', databaseInstant(db, 2 * seconds)),
          ]),
        ),
    )
    .returning('holder')
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives the lease back, so that another process need not wait for its end. */
export async function deleteLease(db: Db, name: string, holder: string): Promise<void> {
  await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute();
}
