import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './child-process.ts';

/** Nothing secret is in these databases, and a kept one must open again with the same key. */
export const benchEnvironment = {
  APP_KEY: 'the key of the benchmark, which protects nothing at all',
  DEMO_PASSWORD: 'nine quiet benchmark umbrellas',
};

/**
 * The database of `size` interactions: filled once and kept, filled again when its sources or the month have
 * changed (its dates lie relative to the day of filling). Returns the path of a copy that this run may write to.
 */
export function largeDatabase(directory: string, size: number, say: (line: string) => void): string {
  const folder = resolve(root, directory, String(size));
  const kept = join(folder, 'filled.sqlite');
  const stamp = join(folder, 'stamp');
  const wanted = stampOf();
  if (!existsSync(kept) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    say(`Filling a database with ${size.toLocaleString('en')} interactions (kept for the next run).`);
    fill(kept, folder, size);
    writeFileSync(stamp, wanted);
  }
  const copy = join(folder, 'run.sqlite');
  removeCopy(copy);
  copyFileSync(kept, copy, constants.COPYFILE_FICLONE);
  return copy;
}

export function removeCopy(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
}

function fill(path: string, folder: string, size: number): void {
  const result = spawnSync(
    process.execPath,
    ['build/db.js', 'seed', 'scale', '--interactions', String(size)],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        DATABASE_URL: `file:${path}`,
        DATA_DIR: folder,
        ...benchEnvironment,
      },
    },
  );
  if (result.status !== 0) throw new Error(`The database could not be filled:\n${result.stderr}`);
}

function stampOf(): string {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 7));
  for (const folder of ['db/migrations', 'seeds/reference', 'seeds/scale', 'seeds/scale.ts']) {
    for (const path of filesIn(join(root, folder))) hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
