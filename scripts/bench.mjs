// npm run bench: what the main pages cost, beside two floors measured in the same run. Options: --sizes 10000,100000
// (any sizes, smallest first), --quick (under a minute and a half), --only list,country.
import { bootstrap } from './bootstrap.mjs';
import { runNode } from './run-node.mjs';

await bootstrap();
process.exit(
  await runNode(['--import', 'tsx', 'scripts/bench/main.ts', ...process.argv.slice(2)], {
    NODE_ENV: 'production',
  }),
);
