import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openDatabase } from '#db/client.ts';
import { copyPostgres, putPostgresInPlace } from '#db/copy-postgres.ts';
import { copySqlite, putSqliteInPlace } from '#db/copy-sqlite.ts';
import { countRows } from '#db/row-counts.ts';
import { extractCopy, writeBackup, type BackupHeader } from './backup-file.ts';
import { verifyDatabase } from './check-command.ts';
import { config, expectOneFile, keys, withDatabase, type Command } from './command.ts';
import { progressBar } from './progress.ts';

const engine = config.databaseUrl.startsWith('file:') ? 'sqlite' : 'postgres';
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
    const header: BackupHeader = { format: 'rapport-backup-1', engine, at, encrypted, rows };
    await writeBackup(file, header, copy, config.appKey);
    const size = Math.ceil(statSync(file).size / 1024).toLocaleString('en');
    console.log(
      `Wrote ${file}, ${size} kB, ${encrypted ? 'encrypted with a key of APP_KEY' : 'NOT encrypted: APP_KEY is not set'}.`,
    );
  });
};

export const restore: Command = async (words) => {
  const file = resolve(expectOneFile(words, 'restore'));
  const beside = engine === 'sqlite' ? dirname(sqlitePath()) : process.cwd();
  await withScratch(beside, async (copy) => {
    const header = await extractCopy(file, copy, config.appKey);
    if (header.engine !== engine) {
      throw new Error(
        `This backup is of ${header.engine}, and DATABASE_URL names ${engine}: they cannot be mixed.`,
      );
    }
    const kept = engine === 'sqlite' ? await restoreSqlite(copy, header) : await restorePostgres(copy);
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
  } finally {
    await db.destroy();
  }
  return putSqliteInPlace(copy, sqlitePath(), new Date().toISOString().replace(/[:.]/g, '-'));
}

async function restorePostgres(copy: string): Promise<undefined> {
  await putPostgresInPlace(copy, config.databaseUrl);
  await withDatabase((db) => verifyDatabase(db, keys()));
  return undefined;
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
