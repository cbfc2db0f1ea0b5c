import { AsyncLocalStorage } from 'node:async_hooks';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  SqliteDialect,
  SqliteDriver,
  sql,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type RawBuilder,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type Transaction,
} from 'kysely';
import pg from 'pg';
import type { Database } from './schema/database.ts';

/** Every difference between SQLite and PostgreSQL that is not table definition stands in this file. */

export type Engine = 'sqlite' | 'postgres';
export type Db = Kysely<Database>;
export type Trx = Transaction<Database>;

const engines = new WeakMap<object, Engine>();

/** The engine behind a handle, or behind a transaction of it. */
export function engineOf(db: Db): Engine {
  const adapter = db.getExecutor().adapter;
  const engine = engines.get(adapter);
  if (!engine) throw new Error('This database handle was not opened by openDatabase.');
  return engine;
}

/**
 * Which transaction the code that runs belongs to. Not in production: the tests go through every use case, and on Node 20
 * each promise of a process costs more once this was used, a tenth of a page.
 */
const insideTransaction = process.env.NODE_ENV === 'production' ? undefined : new AsyncLocalStorage<Driver>();

/** SQLite has one connection, which a transaction holds: a query on the outer handle would wait for ever. */
class ImmediateSqliteDriver extends SqliteDriver {
  constructor(
    readonly file: Sqlite.Database,
    config: SqliteDialectConfig,
  ) {
    super(config);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    if (insideTransaction?.getStore() === this) {
      throw new Error(
        'A query inside a transaction must use the transaction (trx), not the database handle.',
      );
    }
    return super.acquireConnection();
  }

  /** A deferred transaction that reads and then writes fails with BUSY beside another process. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** Where the disk is full SQLite has rolled back by itself: to do so again would fail, and hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.file.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Runs `work` in one transaction; it must use `trx` for every query. */
export async function transact<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  const driver = drivers.get(db.getExecutor().adapter);
  return db
    .transaction()
    .execute((trx) =>
      driver && insideTransaction ? insideTransaction.run(driver, () => work(trx)) : work(trx),
    );
}

const drivers = new WeakMap<object, Driver>();

function openKysely(engine: Engine, dialect: Dialect, driver?: Driver): Db {
  const adapter = dialect.createAdapter();
  engines.set(adapter, engine);
  if (driver) drivers.set(adapter, driver);
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => driver ?? dialect.createDriver(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  });
}

/** The WAL-reset fault (corruption after a crash) was mended in this version: https://sqlite.org/wal.html */
const OLDEST_SQLITE = [3, 51, 3];

function refuseOldSqlite(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least)
      throw new Error(`SQLite ${version} is too old: ${OLDEST_SQLITE.join('.')} or later is needed.`);
  }
}

const PRAGMAS: Record<string, string | number> = {
  journal_mode: 'wal',
  synchronous: 2,
  busy_timeout: 5000,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  temp_store: 2,
  // 64 MB: at 100,000 interactions the usual 16 MB are turned over within a few pages, and a country then costs half as much again
  cache_size: -65_536,
  // Rows looked at in each index by `analyze`. With a limit no samples of values are kept, for whose sake SQLite would
  // make the plan of a prepared statement anew at each new value: a third of the time that a page's queries take.
  analysis_limit: 1000,
};

/** Opens a file with the settings that make an acknowledged save survive a power cut, and reads them back. */
export function openSqliteFile(path: string): Sqlite.Database {
  const file = new Sqlite(path);
  refuseOldSqlite(file.prepare('select sqlite_version()').pluck().get() as string);
  for (const [name, value] of Object.entries(PRAGMAS)) file.pragma(`${name} = ${value}`);
  file.prepare('select count(*) from sqlite_schema').get();
  // better-sqlite3 lowers `synchronous` in WAL mode without a word: set it again, then believe only what is read.
  file.pragma('synchronous = 2');
  for (const [name, value] of Object.entries(PRAGMAS)) {
    const actual = file.pragma(name, { simple: true });
    if (path !== ':memory:' && actual !== value) {
      throw new Error(`SQLite did not take ${name} = ${value} (it reads ${String(actual)}).`);
    }
  }
  return file;
}

/** Kysely prepares at each call; preparing again what was prepared before is a fifth of a page's cost. */
function withStatementCache(file: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return {
    close: () => file.close(),
    prepare(text) {
      const known = statements.get(text);
      if (known) return known;
      const statement = withFastRows(file.prepare(text));
      const changesTables = /^\s*(?:alter|create|drop)\b/i.test(text);
      // what was prepared before a change of tables knows the columns of before
      if (changesTables || statements.size > 500) statements.clear();
      if (!changesTables) statements.set(text, statement);
      return statement;
    },
  };
}

type Values = readonly unknown[];

/** better-sqlite3 hands over arrays a third faster than objects; objects of one shape are then made here. */
function withFastRows(statement: Sqlite.Statement): ReturnType<SqliteDatabase['prepare']> {
  const { reader } = statement;
  const run = (parameters: Values) => statement.run(parameters);
  if (!reader) return { reader, run, all: () => [], iterate: () => [][Symbol.iterator]() };
  statement.raw(true);
  const names = statement.columns().map(({ name }) => name);
  const rowOf = (values: Values): Record<string, unknown> => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index += 1) row[names[index] ?? ''] = values[index];
    return row;
  };
  return {
    reader,
    run,
    all: (parameters) => (statement.all(parameters) as Values[]).map(rowOf),
    *iterate(parameters) {
      for (const values of statement.iterate(parameters)) yield rowOf(values as Values);
    },
  };
}

export function openSqlite(path: string): Db {
  const file = openSqliteFile(path);
  const config = { database: withStatementCache(file) };
  return openKysely('sqlite', new SqliteDialect(config), new ImmediateSqliteDriver(file, config));
}

// count() and sum() answer as strings otherwise
for (const type of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) pg.types.setTypeParser(type, Number);

export function openPostgres(url: string): Db {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', (error) =>
    console.error(JSON.stringify({ event: 'postgres.idle-error', message: error.message })),
  );
  return openKysely('postgres', new PostgresDialect({ pool }));
}

/** An instant by the clock of the database, as `*_at` columns hold it, so many seconds from now. */
export function databaseInstant(db: Db, seconds: number): RawBuilder<string> {
  return engineOf(db) === 'sqlite'
    ? sql<string>`strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ${`${seconds} seconds`})`
    : sql<string>`to_char((clock_timestamp() + make_interval(secs => ${seconds})) at time zone 'utc',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** True where there was no room to write: in the database, or on the disk on which the files lie. */
export function isStorageFull(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === '53100' || code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT';
}

/** True where an insert broke a unique constraint, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}
