import { spawn } from 'node:child_process';

/** Writes a consistent copy of a PostgreSQL database to `target`, with PostgreSQL's own pg_dump. */
export function copyPostgres(url: string, target: string): Promise<void> {
  return run('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', `--file=${target}`, url]);
}

/** Replaces what the database holds by the copy, in one transaction, with PostgreSQL's own pg_restore. */
export function putPostgresInPlace(copy: string, url: string): Promise<void> {
  const replace = ['--clean', '--if-exists', '--single-transaction', '--no-owner', '--no-privileges'];
  return run('pg_restore', [...replace, `--dbname=${url}`, copy]);
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.once('error', () =>
      reject(new Error(`${program} was not found: install PostgreSQL's client programs.`)),
    );
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} failed: ${words.trim().split('\n').at(-1) ?? `code ${code}`}`));
    });
  });
}
