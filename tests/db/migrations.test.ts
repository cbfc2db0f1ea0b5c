import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Db } from '#db/client.ts';
import { migrate, migrateDown, migrationStatus } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { describeOnBoth } from '../databases.ts';

/** Columns of every table as the schema's interfaces tell them: `interaction.occurred_on`. */
function columnsInTypes(): string[] {
  const folder = new URL('../../db/schema/', import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  const bodies = new Map<string, string[]>();
  for (const name of readdirSync(folder)) {
    for (const [, table = '', body = ''] of read(name).matchAll(
      /export interface (\w+Table) \{\n([^}]*)\}/g,
    )) {
      bodies.set(
        table,
        [...body.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1] ?? ''),
      );
    }
  }
  const database = /export interface Database \{\n([^}]*)\}/.exec(read('database.ts'))?.[1] ?? '';
  return [...database.matchAll(/^ {2}(\w+): (\w+);/gm)]
    .flatMap(([, table = '', type = '']) => (bodies.get(type) ?? []).map((column) => `${table}.${column}`))
    .sort();
}

async function columnsInTables(db: Db, engine: string): Promise<string[]> {
  const query =
    engine === 'sqlite'
      ? sql<{
          t: string;
          c: string;
        }>`select m.name as t, p.name as c from sqlite_schema m, pragma_table_info(m.name) p where m.type = 'table'`
      : sql<{
          t: string;
          c: string;
        }>`select table_name as t, column_name as c from information_schema.columns where table_schema = 'public'`;
  const rows = (await query.execute(db)).rows;
  return rows
    .filter(({ t }) => t !== 'schema_migration' && !t.startsWith('sqlite_'))
    .map(({ t, c }) => `${t}.${c}`)
    .sort();
}

describeOnBoth('the migrations', (open, engine) => {
  it('run up, down and up again, and leave the same tables', async () => {
    const db = await open();
    const before = await columnsInTables(db, engine);
    await migrateDown(db);
    expect(await columnsInTables(db, engine)).toEqual([]);
    expect(await migrate(db)).toHaveLength(migrations.length);
    expect(await columnsInTables(db, engine)).toEqual(before);
    expect((await migrationStatus(db)).pending).toEqual([]);
    expect(await migrate(db)).toEqual([]);
  });

  it('make the tables that the types describe', async () => {
    const db = await open();
    expect(await columnsInTables(db, engine)).toEqual(columnsInTypes());
  });

  it('refuse to change or delete an audit event', async () => {
    const db = await open();
    const event = {
      id: 1,
      at: '',
      actor_id: null,
      action: 'reference.loaded',
      noun: 'reference',
      record_id: null,
      record_ref: null,
      fields: '[]',
      digest: '',
      previous_hash: '',
      hash: '',
    };
    await db.insertInto('audit_event').values(event).execute();
    await expect(db.updateTable('audit_event').set({ at: 'later' }).execute()).rejects.toThrow(/append-only/);
    await expect(db.deleteFrom('audit_event').execute()).rejects.toThrow(/append-only/);
    expect(await db.selectFrom('audit_event').select('at').execute()).toEqual([{ at: '' }]);
  });
});

it('say of every index which page it serves', () => {
  const folder = new URL('../../db/migrations/', import.meta.url);
  const unexplained = readdirSync(folder).flatMap((name) => {
    const lines = readFileSync(new URL(name, folder), 'utf8').split('\n');
    const isIndex = (line = '') => /create (?:unique )?index/.test(line);
    return lines.flatMap((line, at) => {
      if (!isIndex(line)) return [];
      // a comment may stand above a group of them
      let above = at - 1;
      while (isIndex(lines[above])) above -= 1;
      return /^\s*\/\//.test(lines[above] ?? '') ? [] : [`${name}:${at + 1}`];
    });
  });
  expect(unexplained).toEqual([]);
});
