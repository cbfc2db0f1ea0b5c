import { accessSync, chmodSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = 'RAPPORT_TEST_FOLDER';
const MEMORY = '/dev/shm';
const ENOUGH = 3 * 1024 ** 3;

/**
 * Where the databases of tests lie: in memory on Linux where there is plenty, since every save waits for its disk, and
 * some ten thousand saves of the tests are half their time. What is written is the same; no test cuts the power.
 */
function place(): string {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ENOUGH && process.availableMemory() > 2 * ENOUGH ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/**
 * Makes the folder that holds all that tests write, for this process and those that it starts. Returns what removes it:
 * only the process that starts the tests is sure to see their end, since workers are killed.
 */
export function openTestFolder(): () => void {
  sweep(place());
  const folder = mkdtempSync(join(place(), `rapport-tests-${process.pid}-`));
  // PostgreSQL, which runs as nobody where the tests run as root, must get through it
  chmodSync(folder, 0o711);
  process.env[FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Removes what runs left that were killed. */
function sweep(directory: string): void {
  for (const name of readdirSync(directory)) {
    const pid = /^rapport-tests-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(directory, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A new folder for a database or for files. On a disk it is to be removed by whoever asked for it. */
export function temporaryFolder(prefix: string, { onDisk = false } = {}): string {
  const folder = onDisk ? tmpdir() : process.env[FOLDER];
  if (!folder) throw new Error('No folder for tests was opened: see tests/temporary-folder.ts.');
  return mkdtempSync(join(folder, `${onDisk ? 'rapport-' : ''}${prefix}-`));
}
