import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Without the Remix plugin, which expects to build the whole app.
export default defineConfig({
  test: {
    include: [
      'tests/{domain,db,seeds,web,components,routes,house,non-interference,faults,bench}/**/*.test.{ts,tsx}',
    ],
    globalSetup: ['tests/postgres.ts'],
    pool: 'forks',
    // by itself Vitest leaves one core idle, which on two is half of them
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
