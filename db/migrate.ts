import { sql } from 'kysely';
import { engineOf, transact, type Db, type Trx } from './client.ts';
import type { Migration } from './migrations/ddl.ts';
import { migrations } from './migrations/index.ts';

export interface MigrationStatus {
  applied: string[];
  pending: string[];
  /** Names the database holds that this code does not know: the database is newer. */
  unknown: string[];
}

// Any number, the same in every process: it names this lock among PostgreSQL's advisory locks.
const ADVISORY_LOCK = 7_241_003;

async function appliedNames(db: Db): Promise<string[]> {
  await sql`create table if not exists schema_migration (name text primary key, applied_at text not null)`.execute(
    db,
  );
  const rows = await sql<{ name: string }>`select name from schema_migration order by name`.execute(db);
  return rows.rows.map((row) => row.name);
}

export async function migrationStatus(db: Db): Promise<MigrationStatus> {
  const applied = await appliedNames(db);
  const known = migrations.map((migration) => migration.name);
  return {
    applied: applied.filter((name) => known.includes(name)),
    pending: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  };
}

/** Throws where a newer version of Rapport has already changed this database. */
export async function refuseNewerDatabase(db: Db): Promise<void> {
  const { unknown } = await migrationStatus(db);
  if (unknown.length > 0) {
    throw new Error(
      `This database is newer than this version of Rapport (it has ${unknown.join(', ')}). ` +
        'Start the newer version, or restore a backup made by this one.',
    );
  }
}

/** One step in one transaction, so that a killed process leaves the old schema or the new, never between. */
async function inMigrationTransaction(db: Db, work: (trx: Trx) => Promise<void>): Promise<void> {
  const sqlite = engineOf(db) === 'sqlite';
  if (sqlite) await sql`pragma foreign_keys = off`.execute(db);
  try {
    await transact(db, async (trx) => {
      if (!sqlite) await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`.execute(trx);
      await work(trx);
      if (!sqlite) return;
      const broken = await sql`pragma foreign_key_check`.execute(trx);
      if (broken.rows.length > 0)
        throw new Error(`The step would leave ${broken.rows.length} broken references.`);
    });
  } finally {
    if (sqlite) await sql`pragma foreign_keys = on`.execute(db);
  }
}

async function run(trx: Trx, statements: string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(trx);
}

async function apply(db: Db, migration: Migration, at: Date): Promise<boolean> {
  let done = false;
  await inMigrationTransaction(db, async (trx) => {
    // another process may have run it while this one waited for the lock
    if ((await appliedNames(trx)).includes(migration.name)) return;
    await run(trx, migration.up(engineOf(db)));
    await sql`insert into schema_migration (name, applied_at) values (${migration.name}, ${at.toISOString()})`.execute(
      trx,
    );
    done = true;
  });
  return done;
}

/** Runs what is pending, in order, and returns the names of what it ran. */
export async function migrate(db: Db, at = new Date()): Promise<string[]> {
  await refuseNewerDatabase(db);
  const { pending } = await migrationStatus(db);
  const ran: string[] = [];
  for (const migration of migrations) {
    if (pending.includes(migration.name) && (await apply(db, migration, at))) ran.push(migration.name);
  }
  return ran;
}

/** Takes every migration back, newest first. For tests and for a developer's own database. */
export async function migrateDown(db: Db): Promise<void> {
  const { applied } = await migrationStatus(db);
  for (const migration of [...migrations].reverse()) {
    if (!applied.includes(migration.name)) continue;
    await inMigrationTransaction(db, async (trx) => {
      await run(trx, migration.down(engineOf(db)));
      await sql`delete from schema_migration where name = ${migration.name}`.execute(trx);
    });
  }
}
