import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve as absolute } from 'node:path';
import { openDatabase, type Db, type Engine } from '#db/client.ts';
import { insertSession } from '#db/queries/sessions.ts';
import { fold } from '#db/fold.ts';
import { Agent } from './agent.ts';
import { freshDatabase } from './databases.ts';

export const testAppKey = 'a key for tests only, forty characters long';

export interface TestServer {
  /** `http://127.0.0.1:port` */
  url: string;
  databaseUrl: string;
  /** Where the server keeps attachments. */
  filesDirectory: string;
  pid: number;
  /** A second handle on the server's database, to arrange and to look. */
  db: Db;
  /** What the server wrote so far, both streams. */
  output(): string;
  /** Nobody: an agent without a session. */
  anonymous(): Agent;
  /** An agent with a fresh session of the account that has this e-mail. Throws where there is none. */
  signIn(email: string): Promise<Agent>;
  /** Ends the server without a word, as a power cut would, and closes the handle. */
  kill(): Promise<void>;
  /** Ends the server, closes the handle and removes the database. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  engine?: Engine;
  /** Serve this database instead of a fresh one; it is left in place. */
  databaseUrl?: string;
  /** DATA_DIR; beside a fresh database unless told otherwise. */
  directory?: string;
  env?: Record<string, string>;
}

/** Starts the built server on a free port with a migrated, empty database. `npm run build` must have run. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const entry = new URL('../build/server.js', import.meta.url).pathname;
  if (!existsSync(entry)) throw new Error('These tests start the built server: run "npm run build" first.');
  const fresh = options.databaseUrl ? undefined : await freshDatabase(options.engine ?? 'sqlite');
  const databaseUrl = options.databaseUrl ?? fresh?.url ?? '';
  const directory = absolute(options.directory ?? (fresh ? databaseDirectory(databaseUrl) : 'var/test'));
  const child = spawn(process.execPath, [entry], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      APP_KEY: testAppKey,
      DATABASE_URL: databaseUrl,
      DATA_DIR: directory,
      ...options.env,
    },
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const url = await addressOf(child, () => output);
  const db = openDatabase(databaseUrl);
  return {
    url,
    databaseUrl,
    filesDirectory: join(directory, 'files'),
    pid: child.pid ?? 0,
    db,
    output: () => output,
    anonymous: () => new Agent(url),
    signIn: async (email) => new Agent(url, { rapport: await sessionFor(db, email) }),
    async kill() {
      process.off('exit', kill);
      const exit = new Promise((resolve) => child.once('exit', resolve));
      kill();
      await exit;
      await db.destroy();
    },
    async stop() {
      process.off('exit', kill);
      await ended(child);
      await db.destroy();
      await fresh?.remove();
    },
  };
}

function databaseDirectory(url: string): string {
  return url.startsWith('file:') ? url.slice('file:'.length).replace(/\/[^/]*$/, '') : 'var/test';
}

function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const url = /answers on (http:\S+)/.exec(output())?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => reject(new Error(`The server ended with code ${code}:\n${output()}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 5000);
  await exit;
  clearTimeout(patience);
}

/** A session as sign-in would make it, without the quarter of a second that hashing a password takes. */
async function sessionFor(db: Db, email: string): Promise<string> {
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('email_folded', '=', fold(email))
    .executeTakeFirst();
  if (!account) throw new Error(`There is no account with the e-mail ${email}.`);
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  await insertSession(db, {
    id: createHash('sha256').update(token).digest('hex'),
    accountId: account.id,
    startedAt: now.toISOString(),
    authenticatedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + 30 * 60_000).toISOString(),
  });
  return token;
}
