import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openPostgres, openSqlite, type Db } from './dialect.ts';

export {
  engineOf,
  isStorageFull,
  isUniqueViolation,
  transact,
  type Db,
  type Engine,
  type Trx,
} from './dialect.ts';
export type { Database } from './schema/database.ts';

/**
 * Opens the database that `url` names: `file:path/to/file.sqlite` or `postgres://…`.
 * The folder of a SQLite file is made where it is missing. Throws on any other kind of address.
 */
export function openDatabase(url: string): Db {
  if (url.startsWith('postgres://') || url.startsWith('postgresql://')) return openPostgres(url);
  if (url.startsWith('file:')) {
    const path = url.slice('file:'.length);
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    return openSqlite(path);
  }
  throw new Error('DATABASE_URL must begin with file: or postgres:// (for example file:var/rapport.sqlite).');
}
