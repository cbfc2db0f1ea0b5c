import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { findDamage, isDamage } from '#db/integrity.ts';
import { freshDatabase } from '#tests/databases.ts';
import { startServer } from '#tests/server.ts';
import { makeWorld } from '#tests/world.ts';

const PAGE = 4096;

async function refusalOf(damage: (path: string) => void): Promise<string> {
  const fresh = await freshDatabase('sqlite');
  const db = openDatabase(fresh.url);
  await makeWorld(db);
  await db.destroy();
  damage(fresh.url.slice('file:'.length));
  try {
    const server = await startServer({ databaseUrl: fresh.url });
    await server.stop();
    return 'It was served.';
  } catch (error) {
    return String(error);
  } finally {
    await fresh.remove();
  }
}

it.each([
  [
    'pages that were written over',
    (path: string) => {
      const file = openSync(path, 'r+');
      const pages = statSync(path).size / PAGE;
      for (let page = 2; page < pages; page += 1)
        writeSync(file, Buffer.alloc(PAGE, 0x5a), 0, PAGE, page * PAGE);
      closeSync(file);
    },
  ],
  [
    'an end that is missing',
    (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 20 * PAGE)),
  ],
  ['another file in its place', (path: string) => writeFileSync(path, 'This is no database. '.repeat(1000))],
])('refuses to serve a database with %s, and names what to do', async (_what, damage) => {
  const refusal = await refusalOf(damage);
  expect(refusal).toContain('ended with code 1');
  expect(refusal).toContain('The database file is damaged');
  expect(refusal).toContain('npm run db -- restore FILE');
  expect(refusal).not.toMatch(/\n\s+at /);
});

it('does not take for damage that the file could not be looked at', async () => {
  const fresh = await freshDatabase('sqlite');
  const db = openDatabase(fresh.url);
  expect(await findDamage(db)).toBeUndefined();
  await db.destroy();
  await expect(findDamage(db)).rejects.toThrow();
  await fresh.remove();
  const told = (code: string) => isDamage(Object.assign(new Error('told'), { code }));
  expect(['SQLITE_BUSY', 'SQLITE_CANTOPEN', 'SQLITE_IOERR_READ'].filter(told)).toEqual([]);
  expect(['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_CORRUPT_INDEX'].filter((one) => !told(one))).toEqual([]);
});
