import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { migrate, migrationStatus } from '#db/migrate.ts';

/** The tables and indexes there are, as they were made. */
async function shapeOf(url: string): Promise<string[]> {
  const db = openDatabase(url);
  try {
    const found = await sql<{
      sql: string;
    }>`select coalesce(sql, name) as sql from sqlite_schema order by name`.execute(db);
    return found.rows.map((row) => row.sql);
  } finally {
    await db.destroy();
  }
}

it(
  'leaves the schema of one version or the next where a migration is killed, and goes on from there',
  { timeout: 120_000 },
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'rapport-migrating-'));
    const whole = `file:${join(directory, 'whole.sqlite')}`;
    const db = openDatabase(whole);
    const names = await migrate(db);
    await db.destroy();
    const shapes = new Map<number, string[]>();
    let stopped = 0;
    for (let kill = 0; kill < 8; kill += 1) {
      const url = `file:${join(directory, `${kill}.sqlite`)}`;
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', new URL('../migrate-child.ts', import.meta.url).pathname],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: { ...process.env, DATABASE_URL: url },
        },
      );
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // it says that it begins; each migration takes a few milliseconds
      child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), kill * 3));
      await ended;
      const half = openDatabase(url);
      const { applied } = await migrationStatus(half);
      await half.destroy();
      if (applied.length < names.length) stopped += 1;
      // the same number of migrations is the same schema, however it came to be
      const shape = await shapeOf(url);
      expect(shape).toEqual(shapes.get(applied.length) ?? shape);
      shapes.set(applied.length, shape);
      const again = openDatabase(url);
      await migrate(again);
      await again.destroy();
      expect(await shapeOf(url)).toEqual(await shapeOf(whole));
    }
    expect(stopped).toBeGreaterThan(0);
    rmSync(directory, { recursive: true, force: true });
  },
);
