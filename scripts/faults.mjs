// npm run faults: the long form of tests/faults, such as a thousand kills while people save. KILLS=50 for fewer.
import { join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';
import { runNode } from './run-node.mjs';

await bootstrap();
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
process.exit(await runNode([vitest, 'run', 'tests/faults'], { KILLS: process.env.KILLS ?? '1000' }));
