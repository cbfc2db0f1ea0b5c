import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { adoptFile, pathOf } from '#app/domain/attachments/file-store.server.ts';
import { listFileNames, verifyFiles } from '#app/domain/attachments/verify-files.server.ts';
import { filesDirectory } from '#app/web/config.server.ts';
import { openDatabase, type Db } from '#db/client.ts';
import { copyPostgres, putPostgresInPlace } from '#db/copy-postgres.ts';
import { copySqlite, putSqliteInPlace } from '#db/copy-sqlite.ts';
import { countRows } from '#db/row-counts.ts';
import { extractBackup, writeBackup, type BackupHeader } from './backup-file.ts';
import { verifyDatabase } from './check-command.ts';
import { config, expectOneFile, keys, withDatabase, type Command } from './command.ts';
import type { PackedFile } from './packed-files.ts';
import { progressBar } from './progress.ts';

const engine = config.databaseUrl.startsWith('file:') ? 'sqlite' : 'postgres';
const folder = filesDirectory(config);
const sqlitePath = () => resolve(config.databaseUrl.slice('file:'.length));

export const backup: Command = async (words) => {
  const file = resolve(expectOneFile(words, 'backup'));
  if (existsSync(file)) throw new Error(`${file} is there already: choose another name.`);
  await withScratch(dirname(file), async (copy) => {
    if (engine === 'sqlite') await copySqlite(sqlitePath(), copy, progressBar('Backup'));
    else await copyPostgres(config.databaseUrl, copy);
    // PostgreSQL's copy cannot be counted without restoring it; pg_restore fails as a whole instead.
    const rows = engine === 'sqlite' ? await countCopy(copy) : {};
    const at = new Date().toISOString();
    const encrypted = config.appKey !== undefined;
    const files = await attachedFiles(copy);
    const header: BackupHeader = {
      ...{ format: 'rapport-backup-2', engine, at, encrypted, rows, files: files.length },
    };
    await writeBackup(file, header, [{ name: 'copy', path: copy }, ...files], config.appKey);
    const size = Math.ceil(statSync(file).size / 1024).toLocaleString('en');
    console.log(
      `Wrote ${file}, ${size} kB, with ${files.length.toLocaleString('en')} files of attachments, ${encrypted ? 'encrypted with a key of APP_KEY' : 'NOT encrypted: APP_KEY is not set'}.`,
    );
  });
};

export const restore: Command = async (words) => {
  const file = resolve(expectOneFile(words, 'restore'));
  const beside = engine === 'sqlite' ? dirname(sqlitePath()) : process.cwd();
  await withScratch(beside, async (copy) => {
    const header = await extractBackup(file, dirname(copy), config.appKey);
    if (header.engine !== engine) {
      throw new Error(
        `This backup is of ${header.engine}, and DATABASE_URL names ${engine}: they cannot be mixed.`,
      );
    }
    const kept =
      engine === 'sqlite' ? await restoreSqlite(copy, header) : await restorePostgres(copy, header);
    if (header.files === undefined)
      console.log(`This backup holds no files of attachments: put ${folder} back from a copy of your own.`);
    console.log(`Restored the backup of ${header.at}: storage, references, rows and the audit chain hold.`);
    if (kept !== undefined) console.log(`The database that stood there is kept as ${kept}.`);
  });
};

/** Verified before it takes the place of what is there. */
async function restoreSqlite(copy: string, header: BackupHeader): Promise<string | undefined> {
  const db = openDatabase(`file:${copy}`);
  try {
    await verifyDatabase(db, keys());
    const rows = await countRows(db);
    const wrong = Object.keys(header.rows).find((table) => rows[table] !== header.rows[table]);
    if (wrong !== undefined) throw new Error(`The backup is incomplete: ${wrong} lacks rows.`);
    await putFilesInPlace(db, dirname(copy), header);
  } finally {
    await db.destroy();
  }
  return putSqliteInPlace(copy, sqlitePath(), new Date().toISOString().replace(/[:.]/g, '-'));
}

async function restorePostgres(copy: string, header: BackupHeader): Promise<undefined> {
  await putPostgresInPlace(copy, config.databaseUrl);
  await withDatabase(async (db) => {
    await verifyDatabase(db, keys());
    await putFilesInPlace(db, dirname(copy), header);
  });
  return undefined;
}

/** The files that the copy of the database names, as they are to be packed. One that is missing is told of. */
async function attachedFiles(copy: string): Promise<PackedFile[]> {
  const url = engine === 'sqlite' ? `file:${copy}` : config.databaseUrl;
  const db = openDatabase(url);
  try {
    const files = (await listFileNames(db)).map((name) => ({
      name: pathOf('', name),
      path: pathOf(folder, name),
    }));
    const there = files.filter(({ path }) => existsSync(path));
    if (there.length < files.length)
      console.error(
        `${files.length - there.length} files of attachments are missing: see npm run db -- check.`,
      );
    return there;
  } finally {
    await db.destroy();
  }
}

/** Files first, then the database that names them. Those that are there already are the same: their content names them. */
async function putFilesInPlace(db: Db, scratch: string, header: BackupHeader): Promise<void> {
  if (header.files === undefined) return;
  const { faults } = await verifyFiles({ db, keys: keys(), filesDirectory: scratch });
  const altered = faults.filter((fault) => !fault.endsWith('is missing'));
  if (altered.length > 0) throw new Error(`The backup cannot be relied on: ${altered[0] ?? ''}.`);
  for (const name of await listFileNames(db)) {
    const path = pathOf(scratch, name);
    if (existsSync(path)) await adoptFile(folder, path, name);
  }
}

async function countCopy(copy: string): Promise<Record<string, number>> {
  const db = openDatabase(`file:${copy}`);
  try {
    return await countRows(db);
  } finally {
    await db.destroy();
  }
}

/** A path in a folder of its own, removed afterwards: the plain copy must not stay on the disk. */
async function withScratch(beside: string, work: (copy: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(beside, '.rapport-copy-'));
  try {
    await work(join(folder, 'copy'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
