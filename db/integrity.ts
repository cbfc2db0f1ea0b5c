import { sql } from 'kysely';
import { engineOf, type Db } from './client.ts';

/** What is wrong with the storage itself, one line each; empty where all is well. PostgreSQL watches its own. */
export async function listStorageFaults(db: Db): Promise<string[]> {
  if (engineOf(db) === 'postgres') return [];
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const lines = integrity.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  const references = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...lines,
    ...references.rows.map(
      (row) => `a row of ${row.table} points at a row of ${row.parent} that is not there`,
    ),
  ];
}

/** True where SQLite says that the pages of a file are not what they should be: not where it is locked, or not let in. */
export function isDamage(error: unknown): error is Error {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'));
}

/**
 * The first thing that is wrong with the pages of a SQLite file, or undefined. Quicker than `listStorageFaults`: what
 * indexes say is not compared with their tables.
 */
export async function findDamage(db: Db): Promise<string | undefined> {
  if (engineOf(db) === 'postgres') return undefined;
  try {
    const found = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
    const [first] = found.rows;
    return first && first.quick_check !== 'ok' ? first.quick_check.replace(/\s+/g, ' ') : undefined;
  } catch (error) {
    if (!isDamage(error)) throw error;
    return error.message;
  }
}
