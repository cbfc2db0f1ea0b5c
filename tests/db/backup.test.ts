import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pathOf } from '#app/domain/attachments/file-store.server.ts';
import { listFileNames } from '#app/domain/attachments/verify-files.server.ts';
import { openDatabase } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { attached } from '#tests/attach.ts';
import { testAppKey } from '#tests/server.ts';
import { logged, makeWorld, meetingForm } from '#tests/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapport-backup-'));
const url = `file:${join(folder, 'rapport.sqlite')}`;
const files = join(folder, 'files');
const run = promisify(execFile);

/** What a command says; it throws with its words where it fails. */
async function db(words: string[], env: Record<string, string> = {}): Promise<string> {
  const { stdout, stderr } = await run(process.execPath, ['--import', 'tsx', 'scripts/db.ts', ...words], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATABASE_URL: url,
      DATA_DIR: folder,
      APP_KEY: testAppKey,
      ...env,
    },
  });
  return stdout + stderr;
}

let paths: string[];
beforeAll(async () => {
  const handle = openDatabase(url);
  await migrate(handle);
  const world = await makeWorld(handle, files);
  const officer = await world.as('officer');
  for (const sensitivity of ['internal', 'sealed'] as const) {
    const form = meetingForm(officer, [{ organisation: world.ministry.ref }], { sensitivity });
    const on = { kind: 'interaction', ref: await logged(officer, form) } as const;
    const bytes = `On a record that is ${sensitivity}`;
    await attached(officer, on, { name: 'a.txt', bytes, sealed: sensitivity === 'sealed' });
  }
  paths = (await listFileNames(handle)).map((name) => pathOf(files, name));
  await handle.destroy();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('carries the files with the database, encrypted, and puts both back', { timeout: 90_000 }, async () => {
  expect(await db(['check'])).toMatch(/Sound: .* and 2 files\./);
  const kept = join(folder, 'kept.backup');
  expect(await db(['backup', kept])).toMatch(/with 2 files of attachments, encrypted/);
  expect(readFileSync(kept, 'latin1')).not.toContain('On a record that is');
  const [plain = '', sealed = ''] = paths;
  const before = paths.map((path) => readFileSync(path));
  writeFileSync(plain, 'altered');
  rmSync(sealed);
  await expect(db(['check'])).rejects.toThrow(/2 of 2 files .* has been altered; .* is missing/);
  await expect(db(['restore', kept], { APP_KEY: `${testAppKey} of somebody else` })).rejects.toThrow(
    /another APP_KEY/,
  );
  expect(await db(['restore', kept])).toMatch(/Restored the backup/);
  expect(paths.map((path) => readFileSync(path))).toEqual(before);
  expect(await db(['check'])).toMatch(/and 2 files/);
});

it(
  'says which files are missing from a backup, and refuses one that was altered',
  { timeout: 90_000 },
  async () => {
    rmSync(paths[0] ?? '');
    const partial = join(folder, 'partial.backup');
    expect(await db(['backup', partial])).toMatch(/with 1 files.*1 files of attachments are missing/s);
    const bytes = readFileSync(partial);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(partial, bytes);
    await expect(db(['restore', partial])).rejects.toThrow(/damaged or altered/);
  },
);
