import { sql } from 'kysely';
import { engineOf, type Db } from './dialect.ts';

/** Tells the engine how its tables are filled; without it a new database may choose the wrong index. */
export async function analyse(db: Db): Promise<void> {
  await sql`analyze`.execute(db);
}

/**
 * The same for what has grown much since it was last told, a second at most. PostgreSQL does so by itself; on SQLite
 * whoever has the database open must. 0x10002: look at every table, not only at those this connection has asked.
 */
export async function analyseWhatGrew(db: Db): Promise<void> {
  if (engineOf(db) === 'sqlite') await sql`pragma optimize = 0x10002`.execute(db);
}
