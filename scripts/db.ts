import { BadCommand, type Command } from './db/command.ts';
import { backup, restore } from './db/backup-commands.ts';
import { check } from './db/check-command.ts';
import { migrateCommand, status } from './db/schema-commands.ts';
import { seed } from './db/seed-commands.ts';

const commands: Record<string, Command> = { migrate: migrateCommand, status, seed, check, backup, restore };

const usage = `npm run db -- <command>
  migrate                       bring the database up to date
  status                        which migrations ran, and how much it holds
  seed reference                load countries, instruments and vocabularies
  seed demo                     fill an empty database with the demo data
  seed scale --interactions N   fill an empty database with N interactions
  check                         verify integrity, references, the audit chain and files
  backup FILE                   write a consistent copy with all files, encrypted when APP_KEY is set
  restore FILE                  put a backup back in place of the database, and its files`;

const [name, ...words] = process.argv.slice(2);
const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;

if (!command) {
  console.error(name === undefined ? usage : `There is no command "${name}".\n${usage}`);
  process.exit(2);
}
try {
  await command(words);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof BadCommand ? 2 : 1);
}
