import { createHash } from 'node:crypto';
import { deriveKeys } from '#app/domain/kernel/keys.server.ts';
import type { Db } from '#db/client.ts';
import { temporaryFiles } from '#tests/databases.ts';
import type { SeedContext } from '#seeds/seed-context.ts';

/** A context for seeds, the same bytes each time. */
export function seedContext(db: Db, changes: Partial<SeedContext> = {}): SeedContext {
  let counter = 0;
  return {
    db,
    now: new Date('2026-11-24T09:00:00Z'),
    random: (length) =>
      createHash('shake256', { outputLength: length })
        .update(`test ${(counter += 1)}`)
        .digest(),
    keys: deriveKeys('a test key of more than thirty-two characters'),
    directory: 'seeds/reference',
    filesDirectory: temporaryFiles(),
    progress: () => undefined,
    ...changes,
  };
}
