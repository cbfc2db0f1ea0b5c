import { sql } from 'kysely';
import type { Db, Trx } from './client.ts';

/** How many rows every table holds, by name: what a backup promises and a restore verifies. */
export async function countRows(db: Db | Trx): Promise<Record<string, number>> {
  const tables = await db.introspection.getTables();
  const names = tables.map((table) => table.name).filter((name) => !/^(?:sqlite_|.*_fts)/.test(name));
  const counts: Record<string, number> = {};
  for (const name of names.sort()) {
    const result = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(db);
    counts[name] = result.rows[0]?.n ?? 0;
  }
  return counts;
}
