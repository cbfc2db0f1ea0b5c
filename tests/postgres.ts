import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { makeSqliteTemplate, postgresTemplate } from './databases.ts';
import { openTestFolder, temporaryFolder } from './temporary-folder.ts';

/**
 * Vitest's global set-up: a migrated SQLite template file and a real PostgreSQL with a migrated template database.
 * The server is TEST_POSTGRES_URL, or Debian's binaries started on a temporary directory and a free port.
 * TEST_ENGINES=sqlite leaves PostgreSQL out, for quick runs of one file.
 */
export async function setup(): Promise<() => Promise<void>> {
  const removeFolder = openTestFolder();
  await makeSqliteTemplate();
  if (process.env.TEST_ENGINES === 'sqlite') return async () => removeFolder();
  const server = process.env.TEST_POSTGRES_URL ? undefined : await startPostgres();
  const url = process.env.TEST_POSTGRES_URL ?? server?.url ?? '';
  const template = `rapport_template_${process.pid}`;
  try {
    await runOn(url, `create database ${template} encoding 'UTF8' template template0`);
    const db = openDatabase(withDatabase(url, template));
    await migrate(db);
    await db.destroy();
  } catch (error) {
    await server?.stop();
    throw error;
  }
  process.env[postgresTemplate] = withDatabase(url, template);
  return async () => {
    if (server) await server.stop();
    else await runOn(url, `drop database if exists ${template} with (force)`);
    removeFolder();
  };
}

export default setup;

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Where postgres and initdb are; undefined where PostgreSQL's server is not installed. */
export function postgresBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((v) => join(debian, v, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = postgresBinaries();
  if (!folder)
    throw new Error('The database tests need PostgreSQL: install "postgresql", or set TEST_POSTGRES_URL.');
  const directory = temporaryFolder('postgres');
  // PostgreSQL refuses to run as root: there it runs as nobody.
  const identity = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (identity.uid !== undefined) chownSync(directory, identity.uid, identity.gid);
  const storage = join(directory, 'db');
  const made = spawnSync(
    join(folder, 'initdb'),
    ['-D', storage, '-U', 'rapport', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'],
    { ...identity, cwd: directory, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    // it may lie in memory
    'max_wal_size=256MB',
    // nothing tells the planner that the tables are small: it would compile queries for longer than they run
    'jit=off',
    'max_connections=200',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${directory}`,
  ];
  const server = spawn(
    join(folder, 'postgres'),
    ['-D', storage, '-p', String(port), ...settings.flatMap((s) => ['-c', s])],
    { ...identity, cwd: directory, stdio: 'ignore' },
  );
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  const url = `postgres://rapport@127.0.0.1:${port}/postgres`;
  await untilReady(url, server);
  return {
    url,
    async stop() {
      process.off('exit', kill);
      if (server.exitCode === null) {
        const ended = new Promise((resolve) => server.once('exit', resolve));
        server.kill('SIGINT');
        await ended;
      }
    },
  };
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null)
      throw new Error(`PostgreSQL ended at its start with code ${server.exitCode}.`);
    try {
      return await runOn(url, 'select 1');
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  server.kill('SIGQUIT');
  throw new Error('PostgreSQL did not answer within ten seconds.');
}

function idOf(flag: '-u' | '-g'): number {
  return Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
