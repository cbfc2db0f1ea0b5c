import { existsSync, renameSync, rmSync } from 'node:fs';
import { openSqliteFile } from './dialect.ts';

/** Writes a consistent copy of a database in use to `target`; writers go on meanwhile. */
export async function copySqlite(
  path: string,
  target: string,
  progress: (done: number, total: number) => void,
): Promise<void> {
  if (!existsSync(path)) throw new Error(`There is no database at ${path}.`);
  const file = openSqliteFile(path);
  try {
    await file.backup(target, {
      progress({ totalPages, remainingPages }) {
        progress(totalPages - remainingPages, totalPages);
        return 1000;
      },
    });
  } finally {
    file.close();
  }
}

/**
 * Puts `copy` in the place of the database at `path` and returns where the old one was moved to, if there was one.
 * Throws while another process has the database open: it would go on writing to the old file.
 */
export function putSqliteInPlace(copy: string, path: string, stamp: string): string | undefined {
  const kept = existsSync(path) ? `${path}.before-restore-${stamp}` : undefined;
  if (kept !== undefined) {
    foldLogIn(path);
    renameSync(path, kept);
  }
  for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  renameSync(copy, path);
  return kept;
}

/** Leaving WAL needs the file alone, which tells whether a server still runs on it. */
function foldLogIn(path: string): void {
  const file = openSqliteFile(path);
  try {
    file.pragma('busy_timeout = 0');
    file.pragma('journal_mode = delete');
  } catch {
    throw new Error(`${path} is in use: stop the server before a restore.`);
  } finally {
    file.close();
  }
}
