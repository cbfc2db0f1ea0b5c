import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, describe } from 'vitest';
import { openDatabase, type Db, type Engine } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Where the set-up leaves the addresses of the templates: the environment reaches Vitest's workers. */
export const postgresTemplate = 'RAPPORT_POSTGRES_TEMPLATE';
const sqliteTemplate = 'RAPPORT_SQLITE_TEMPLATE';

export const engines: Engine[] = process.env.TEST_ENGINES === 'sqlite' ? ['sqlite'] : ['sqlite', 'postgres'];

export interface FreshDatabase {
  url: string;
  remove(): Promise<void>;
}

/** Migrates a file once, to be copied by every test that wants a database. */
export async function makeSqliteTemplate(): Promise<void> {
  const path = join(temporaryFolder('template'), 'template.sqlite');
  const db = openDatabase(`file:${path}`);
  await migrate(db);
  // Closing checkpoints the log into the file, so that the file alone is the whole database.
  await db.destroy();
  process.env[sqliteTemplate] = path;
}

/** A folder for attachments. */
export function temporaryFiles(): string {
  return temporaryFolder('files');
}

interface Place {
  /** Not in memory, though there is room. */
  onDisk?: boolean;
}

/** A migrated, empty database of one's own. */
export async function freshDatabase(engine: Engine, place: Place = {}): Promise<FreshDatabase> {
  return engine === 'sqlite' ? freshSqlite(place) : freshPostgres();
}

async function freshSqlite(place: Place): Promise<FreshDatabase> {
  const directory = temporaryFolder('test', place);
  const path = join(directory, 'rapport.sqlite');
  copyFileSync(process.env[sqliteTemplate] ?? '', path);
  return { url: `file:${path}`, remove: async () => rmSync(directory, { recursive: true, force: true }) };
}

async function freshPostgres(): Promise<FreshDatabase> {
  const template = new URL(process.env[postgresTemplate] ?? 'missing:');
  if (template.protocol === 'missing:') throw new Error('PostgreSQL was not started: see tests/postgres.ts.');
  const name = `rapport_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(template);
  url.pathname = `/${name}`;
  const admin = new URL(template);
  admin.pathname = '/postgres';
  await retryBusyTemplate(() =>
    onServer(admin.href, `create database ${name} template ${template.pathname.slice(1)}`),
  );
  return {
    url: url.href,
    remove: () => onServer(admin.href, `drop database if exists ${name} with (force)`),
  };
}

/** Two clones of one template at a time are refused: wait for the other. */
async function retryBusyTemplate(clone: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await clone();
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === '55006';
      if (!busy || attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60));
    }
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Declares the suite once for each engine. `open` gives a handle on a migrated, empty database; every call gives
 * another one, and all are closed and removed after the suite.
 */
export function describeOnBoth(name: string, suite: (open: () => Promise<Db>, engine: Engine) => void): void {
  describe.each(engines)(`${name} on %s`, (engine) => {
    const closing: (() => Promise<void>)[] = [];
    suite(async () => {
      const fresh = await freshDatabase(engine);
      const db = openDatabase(fresh.url);
      closing.push(async () => {
        await db.destroy();
        await fresh.remove();
      });
      return db;
    }, engine);
    afterAll(async () => {
      for (const close of closing) await close();
    });
  });
}
