import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileName } from '#db/queries/stored-files.ts';
import type { Context } from '../kernel/context.ts';
import { pathOf } from './file-store.server.ts';
import { removeUnused } from './store-file.server.ts';
import { listFileNames } from './verify-files.server.ts';

/** Younger ones may be on their way to their record. */
const DAY = 86_400_000;

export type FileChore = Pick<Context, 'db' | 'keys' | 'now' | 'filesDirectory'>;

/**
 * Removes what a broken upload or a crash has left in the folder of files: what arrived and what no record names, a day
 * later. Answers how many. Nothing where no file of the folder is known: then it belongs to another database.
 */
export async function sweepFiles({ db, now, filesDirectory }: FileChore): Promise<number> {
  let removed = 0;
  for (const path of await namesIn(join(filesDirectory, 'incoming'))) {
    if (!(await isOld(join(filesDirectory, 'incoming', path), now))) continue;
    await rm(join(filesDirectory, 'incoming', path), { force: true });
    removed += 1;
  }
  const found = await filesThere(filesDirectory);
  const known = new Set((await listFileNames(db)).map((name) => pathOf('', name)));
  const orphans = found.filter((name) => !known.has(pathOf('', name)));
  if (orphans.length === found.length) return removed;
  for (const name of orphans) {
    if (!(await isOld(pathOf(filesDirectory, name), now))) continue;
    await removeUnused(db, filesDirectory, name);
    removed += 1;
  }
  return removed;
}

async function filesThere(filesDirectory: string): Promise<FileName[]> {
  const found: FileName[] = [];
  for (const [folder, sealed] of [
    ['plain', 0],
    ['sealed', 1],
  ] as const) {
    for (const beginning of await namesIn(join(filesDirectory, folder))) {
      const names = await namesIn(join(filesDirectory, folder, beginning));
      found.push(...names.map((content_hash) => ({ content_hash, sealed })));
    }
  }
  return found;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function isOld(path: string, now: Date): Promise<boolean> {
  try {
    return now.getTime() - (await stat(path)).mtimeMs > DAY;
  } catch {
    // taken away by another process meanwhile
    return false;
  }
}
