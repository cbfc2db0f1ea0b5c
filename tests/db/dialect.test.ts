import { sql } from 'kysely';
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isStorageFull, isUniqueViolation, openDatabase, transact } from '#db/client.ts';
import { openSqliteFile } from '#db/dialect.ts';
import { analyse, analyseWhatGrew } from '#db/statistics.ts';
import { migrate, refuseNewerDatabase } from '#db/migrate.ts';
import { describeOnBoth } from '../databases.ts';

const freshPath = () => join(mkdtempSync(join(tmpdir(), 'rapport-dialect-')), 'a.sqlite');

describe('a SQLite file', () => {
  it('is opened so that an acknowledged save survives a power cut', () => {
    const file = openSqliteFile(freshPath());
    expect(file.pragma('synchronous', { simple: true })).toBe(2);
    expect(file.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(file.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(file.pragma('secure_delete', { simple: true })).toBe(1);
    file.close();
  });

  it('refuses a query on the handle inside a transaction, which would wait for ever', async () => {
    const db = openDatabase(`file:${freshPath()}`);
    await migrate(db);
    await expect(transact(db, () => db.selectFrom('team').selectAll().execute())).rejects.toThrow(
      /must use the transaction/,
    );
    expect(await db.selectFrom('team').selectAll().execute()).toEqual([]);
    await db.destroy();
  });

  it('says that the disk is full, and goes on after it, whatever statement found no room', async () => {
    const db = openDatabase(`file:${freshPath()}`);
    await sql`create table growing (body text)`.execute(db);
    await sql`insert into growing values ('before')`.execute(db);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 0)}`.execute(db);
    const long = 'x'.repeat(100_000);
    for (const grow of [
      sql`insert into growing values (${long})`,
      sql`insert into growing values (${long}) returning body`,
      sql`update growing set body = ${long}`,
    ]) {
      const full = await transact(db, async (trx) => {
        await sql`insert into growing values ('with it')`.execute(trx);
        await grow.execute(trx);
      }).catch((error: unknown) => error);
      expect(isStorageFull(full), String(full)).toBe(true);
    }
    await sql`pragma max_page_count = 1000000`.execute(db);
    await transact(db, (trx) => sql`insert into growing values ('after')`.execute(trx));
    const kept = await sql<{ body: string }>`select body from growing`.execute(db);
    expect(kept.rows.map(({ body }) => body)).toEqual(['before', 'after']);
    await db.destroy();
  });

  it('learns how its tables are filled, without the samples that would make every plan anew', async () => {
    const db = openDatabase(`file:${freshPath()}`);
    await migrate(db);
    await sql`insert into circle (key) with recursive n(i) as (select 1 union all select i + 1 from n where i < 500)
      select 'key ' || i from n`.execute(db);
    const count = async (table: string) =>
      (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]?.n ?? 0;
    await analyseWhatGrew(db);
    expect(await count('sqlite_stat1')).toBeGreaterThan(0);
    await analyse(db);
    expect(await count('sqlite_stat1')).toBeGreaterThan(0);
    expect(await count('sqlite_stat4')).toBe(0);
    await db.destroy();
  });

  it('knows the columns of a statement anew after a table has changed', async () => {
    const db = openDatabase('file::memory:');
    const all = () => sql`select * from changing`.execute(db);
    await sql`create table changing (first text)`.execute(db);
    await sql`insert into changing values ('a')`.execute(db);
    expect((await all()).rows).toEqual([{ first: 'a' }]);
    await sql`alter table changing add column second integer default 2`.execute(db);
    expect((await all()).rows).toEqual([{ first: 'a', second: 2 }]);
    await sql`alter table changing rename column second to third`.execute(db);
    expect((await all()).rows).toEqual([{ first: 'a', third: 2 }]);
    await db.destroy();
  });

  it('lets four processes read and then write at once without BUSY', async () => {
    const url = `file:${freshPath()}`;
    const db = openDatabase(url);
    await migrate(db);
    const run = promisify(execFile);
    const script = new URL('./raise-revision.ts', import.meta.url).pathname;
    await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, ['--import', 'tsx', script, url, '200'])),
    );
    const row = await db.selectFrom('reference_revision').select('revision').executeTakeFirstOrThrow();
    expect(row.revision).toBe(800);
    await db.destroy();
  }, 60_000);
});

describeOnBoth('the two engines', (open) => {
  it('count as numbers, tell a broken unique constraint, and sort text bytewise', async () => {
    const db = await open();
    const circles = await db
      .selectFrom('circle')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(circles.n).toBe(3);
    const again = db.insertInto('circle').values({ key: 'everyone' }).execute();
    await expect(again).rejects.toSatisfy(isUniqueViolation);
    await db
      .insertInto('circle')
      .values([{ key: 'Zoë' }, { key: 'abe' }, { key: 'éa' }])
      .execute();
    const sorted = await db.selectFrom('circle').select('key').orderBy('key').execute();
    expect(sorted.map((row) => row.key)).toEqual(['Zoë', 'abe', 'covering', 'everyone', 'named', 'éa']);
  });

  it('roll back a transaction that throws', async () => {
    const db = await open();
    const broken = transact(db, async (trx) => {
      await trx.insertInto('circle').values({ key: 'half' }).execute();
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect(await db.selectFrom('circle').select('key').where('key', '=', 'half').execute()).toEqual([]);
  });

  it('refuse a database that a newer version has changed', async () => {
    const db = await open();
    await sql`insert into schema_migration (name, applied_at) values ('9999-from-the-future', '')`.execute(
      db,
    );
    await expect(refuseNewerDatabase(db)).rejects.toThrow(/newer than this version/);
  });
});
