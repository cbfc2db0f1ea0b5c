import type { Keys } from '#app/domain/kernel/keys.server.ts';
import type { RandomBytes } from '#app/domain/kernel/refs.ts';
import type { Db } from '#db/client.ts';

/** What every seed is given. Each answers with the lines to print: what it did. */
export interface SeedContext {
  db: Db;
  now: Date;
  random: RandomBytes;
  keys: Keys;
  /** Where the CSV files of the reference data are, from the project's root. */
  directory: string;
  /** Where the files of attachments are kept. */
  filesDirectory: string;
  progress(done: number, total: number): void;
}
