import { openDatabase, type Db } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import type { Config } from './config.server.ts';

/** Opens the database and brings it up to date. Throws one clear line where the database is newer than the code. */
export async function openReadyDatabase(config: Pick<Config, 'databaseUrl'>): Promise<Db> {
  const db = openDatabase(config.databaseUrl);
  const ran = await migrate(db);
  if (ran.length > 0) console.log(`Brought the database up to date: ${ran.join(', ')}`);
  return db;
}
