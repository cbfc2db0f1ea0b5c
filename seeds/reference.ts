import type { SeedContext } from './seed-context.ts';

/** Loads countries, instruments and vocabularies from their CSV files. */
export async function loadReference(_context: SeedContext): Promise<string[]> {
  throw new Error('The reference data cannot be loaded yet.');
}
