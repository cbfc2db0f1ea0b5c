import { CompiledQuery, sql, type Insertable } from 'kysely';
import { engineOf, type Db, type Trx } from '../client.ts';
import type { Database } from '../schema/database.ts';

type Table = keyof Database;

/** Values a statement: SQLite takes 32,766, and longer statements gain nothing. */
const VALUES_AT_ONCE = 4000;

/**
 * Rows waiting to be written, table by table: those of `first`, then the others in the order in which they were first
 * named. Statements are written out as text, since building them costs more than running them when there are millions of rows.
 */
export class RowBuffer {
  readonly #rows = new Map<Table, { columns: string[]; values: unknown[] }>();

  readonly #first: readonly Table[];

  constructor(first: readonly Table[] = []) {
    this.#first = first;
  }

  /** All rows of a table must name the same columns in the same order. */
  add<T extends Table>(table: T, row: Insertable<Database[T]>): void {
    let waiting = this.#rows.get(table);
    if (!waiting) this.#rows.set(table, (waiting = { columns: Object.keys(row), values: [] }));
    for (const value of Object.values(row)) waiting.values.push(value);
  }

  async flush(trx: Trx): Promise<void> {
    const numbered = engineOf(trx) === 'postgres';
    for (const table of new Set([...this.#first, ...this.#rows.keys()])) {
      const { columns, values } = this.#rows.get(table) ?? { columns: [], values: [] };
      const atOnce = Math.floor(VALUES_AT_ONCE / columns.length) * columns.length;
      for (let start = 0; start < values.length; start += atOnce) {
        const some = values.slice(start, start + atOnce);
        const text = insertText(table, columns, some.length / columns.length, numbered);
        await trx.executeQuery(CompiledQuery.raw(text, some));
      }
      values.length = 0;
    }
  }
}

const texts = new Map<string, string>();

function insertText(table: Table, columns: readonly string[], rows: number, numbered: boolean): string {
  const key = `${table} ${rows} ${numbered}`;
  let text = texts.get(key);
  if (!text) {
    let place = 0;
    const row = () => `(${columns.map(() => (numbered ? `$${(place += 1)}` : '?')).join(',')})`;
    text = `insert into ${table} (${columns.join(',')}) values ${Array.from({ length: rows }, row).join(',')}`;
    texts.set(key, text);
  }
  return text;
}

/** The highest id of a table, 0 where it is empty: bulk rows carry ids of their own. */
export async function findHighestId(
  db: Db,
  table: 'interaction' | 'organisation' | 'person' | 'circle',
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  return row.id ?? 0;
}

/** After rows with ids of their own: PostgreSQL goes on numbering behind them. SQLite does so by itself. */
export async function moveIdsBehindRows(db: Db, tables: readonly Table[]): Promise<void> {
  if (engineOf(db) !== 'postgres') return;
  for (const table of tables) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select coalesce(max(id), 1) from ${sql.table(table)}))`.execute(
      db,
    );
  }
}
