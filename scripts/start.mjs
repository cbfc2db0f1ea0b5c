// npm start: the production server on DATABASE_URL.
import { bootstrap } from './bootstrap.mjs';
import { runNode } from './run-node.mjs';

await bootstrap();
process.exit(await runNode(['build/server.js'], { NODE_ENV: 'production' }));
