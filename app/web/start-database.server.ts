import { openDatabase, type Db } from '#db/client.ts';
import { findDamage, isDamage } from '#db/integrity.ts';
import { migrate } from '#db/migrate.ts';
import type { Config } from './config.server.ts';

/**
 * Opens the database and brings it up to date. Throws one clear line where its file is damaged, or where it is newer than
 * the code.
 */
export async function openReadyDatabase(config: Pick<Config, 'databaseUrl'>): Promise<Db> {
  const db = openSound(config.databaseUrl);
  const damage = await findDamage(db);
  if (damage !== undefined) throw damaged(damage);
  const ran = await migrate(db);
  if (ran.length > 0) console.log(`Brought the database up to date: ${ran.join(', ')}`);
  return db;
}

function openSound(url: string): Db {
  try {
    return openDatabase(url);
  } catch (error) {
    if (!isDamage(error)) throw error;
    throw damaged(error.message);
  }
}

function damaged(how: string): Error {
  return new Error(
    `The database file is damaged (${how}). Keep a copy of it, then put a backup in its place: npm run db -- restore FILE`,
  );
}
