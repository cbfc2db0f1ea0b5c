import { cpus, loadavg, totalmem } from 'node:os';
import Sqlite from 'better-sqlite3';

export interface Machine {
  cores: number;
  processor: string;
  /** GB */
  memory: number;
  /** Over the last minute before the run; above 0 something else was running. */
  load: number;
  platform: string;
  node: string;
  sqlite: string;
}

export function factsOfMachine(): Machine {
  const file = new Sqlite(':memory:');
  const sqlite = file.prepare('select sqlite_version()').pluck().get() as string;
  file.close();
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memory: Math.round(totalmem() / 1024 ** 3),
    load: loadavg()[0] ?? 0,
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    sqlite,
  };
}
