import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files: each takes a minute or more, and none may be left to run alone at the end. */
const LONG = ['non-interference/answers-', 'seeds/demo.test.ts', 'domain/teams/assign-countries'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((name) => moduleId.includes(`/tests/${name}`));
      return found === -1 ? LONG.length : found;
    };
    return sorted.sort((a, b) => place(a) - place(b));
  }
}

// Without the Remix plugin, which expects to build the whole app.
export default defineConfig({
  test: {
    include: [
      'tests/{domain,db,seeds,web,components,routes,house,non-interference,faults,bench}/**/*.test.{ts,tsx}',
    ],
    globalSetup: ['tests/postgres.ts'],
    pool: 'forks',
    // one more than cores: much of a test is waiting, for the disk, for PostgreSQL, for servers that it starts
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
