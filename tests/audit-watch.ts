import { expect } from 'vitest';
import type { Db } from '#db/client.ts';

type Act = () => Promise<unknown>;

/** The actions in the audit, in order. */
async function actionsIn(db: Db): Promise<string[]> {
  return (await db.selectFrom('audit_event').select('action').orderBy('id').execute()).map(
    (row) => row.action,
  );
}

/** What an act adds to the audit. */
export async function recordedBy(db: Db, act: Act): Promise<string[]> {
  const before = (await actionsIn(db)).length;
  await act();
  return (await actionsIn(db)).slice(before);
}

const tablesOf = new WeakMap<Db, string[]>();

/** The names of all tables, asked for once: no test adds one to a database that it watches. */
async function tablesIn(db: Db): Promise<string[]> {
  const tables = tablesOf.get(db) ?? (await db.introspection.getTables()).map((table) => table.name).sort();
  expect(tables).toContain('audit_value');
  tablesOf.set(db, tables);
  return tables;
}

/** Every row of every table, as one text, to be compared with that of the same database: columns keep their order. */
export async function everyRow(db: Db): Promise<string> {
  const found: Record<string, string[]> = {};
  for (const table of await tablesIn(db)) {
    const rows = await db
      .selectFrom(table as 'account')
      .selectAll()
      .execute();
    found[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return JSON.stringify(found);
}

/** How an act ends: the outcome it answers, or the name of the error it throws. */
async function endOf(act: Act): Promise<string> {
  try {
    const answer = await act();
    return (answer as { outcome?: string } | undefined)?.outcome ?? 'done';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

/** Expects an act to end like this (`refused`, `Forbidden`, …) and to leave every table, the audit too, as it was. */
export async function expectNothing(db: Db, end: string, act: Act): Promise<void> {
  const before = await everyRow(db);
  expect(await endOf(act)).toBe(end);
  expect(await everyRow(db)).toBe(before);
}
