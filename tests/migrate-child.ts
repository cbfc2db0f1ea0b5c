// Brings an empty database up to date in a process of its own, to be killed: DATABASE_URL.
import { openDatabase } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';

const db = openDatabase(process.env.DATABASE_URL ?? '');
process.stdout.write('begins\n');
await new Promise((resolve) => setTimeout(resolve, 5));
await migrate(db);
await db.destroy();
