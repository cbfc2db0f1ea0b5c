import type { SeedContext } from './seed-context.ts';

/** Fills an empty database with a realistic set of so many interactions. */
export async function seedScale(_context: SeedContext, _input: { interactions: number }): Promise<string[]> {
  throw new Error('The large data set cannot be made yet.');
}
