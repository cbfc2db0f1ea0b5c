// npm run db -- <command>: operations on the database.
import { bootstrap } from './bootstrap.mjs';
import { runNode } from './run-node.mjs';

await bootstrap();
process.exit(
  await runNode(['build/db.js', ...process.argv.slice(2)], {
    NODE_ENV: process.env.NODE_ENV || 'production',
  }),
);
