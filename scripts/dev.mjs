// npm run dev: the server from the sources, pages reloading as they change. Keys and database live in var/dev.
import { bootstrap } from './bootstrap.mjs';
import { runNode } from './run-node.mjs';

await bootstrap({ build: false });
process.exit(
  await runNode(['--import', 'tsx', 'app/server.ts'], {
    NODE_ENV: 'development',
    DATA_DIR: process.env.DATA_DIR || 'var/dev',
    DATABASE_URL: process.env.DATABASE_URL || 'file:var/dev/rapport.sqlite',
  }),
);
