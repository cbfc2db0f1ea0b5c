import { engineOf } from '#db/client.ts';
import { migrate, migrationStatus } from '#db/migrate.ts';
import { countRows } from '#db/row-counts.ts';
import { expectNoWords, withDatabase, type Command } from './command.ts';

export const migrateCommand: Command = async (words) => {
  expectNoWords(words, 'migrate');
  const ran = await withDatabase((db) => migrate(db));
  console.log(ran.length === 0 ? 'The database was up to date already.' : `Ran ${ran.join(', ')}.`);
};

export const status: Command = async (words) => {
  expectNoWords(words, 'status');
  await withDatabase(async (db) => {
    const { applied, pending, unknown } = await migrationStatus(db);
    console.log(`Engine      ${engineOf(db) === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`);
    console.log(`Applied     ${applied.join(', ') || 'none'}`);
    console.log(`Pending     ${pending.join(', ') || 'none'}`);
    if (unknown.length > 0)
      console.log(`Newer       ${unknown.join(', ')}: made by a later version of Rapport`);
    if (applied.length === 0) return;
    for (const [table, rows] of Object.entries(await countRows(db))) {
      if (rows > 0) console.log(`${table.padEnd(32)}${rows.toLocaleString('en').padStart(12)}`);
    }
  });
};
