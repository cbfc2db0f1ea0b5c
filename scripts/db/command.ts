import { appKeyFor } from '#app/web/app-key.server.ts';
import { readConfig } from '#app/web/config.server.ts';
import { deriveKeys, type Keys } from '#app/domain/kernel/keys.server.ts';
import { openDatabase, type Db } from '#db/client.ts';

/** One command of `npm run db`: the words after its name. Throws an Error whose message is one clear line. */
export type Command = (words: readonly string[]) => Promise<void>;

/** The words of the command line cannot be understood. */
export class BadCommand extends Error {}

/** Refuses words that the command does not know: a mistyped option must not be passed over. */
export function expectNoWords(words: readonly string[], command: string): void {
  if (words.length > 0)
    throw new BadCommand(`"${command}" takes nothing after it, but was given "${words.join(' ')}".`);
}

export function expectOneFile(words: readonly string[], command: string): string {
  const [file, ...rest] = words;
  if (file === undefined || rest.length > 0)
    throw new BadCommand(`Say "${command} FILE", with the path of one file.`);
  return file;
}

export const config = readConfig(process.env);

/** Opens the database of DATABASE_URL for the time of `work`. */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase(config.databaseUrl);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** Keys as the server derives them; outside production a missing APP_KEY is made and kept in DATA_DIR. */
export function keys(): Keys {
  return deriveKeys(appKeyFor(config));
}
