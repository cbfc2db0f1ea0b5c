import type { SeedContext } from './seed-context.ts';

/** Fills an empty database with the demo data; every demo account gets the password. */
export async function seedDemo(_context: SeedContext, _input: { password: string }): Promise<string[]> {
  throw new Error('The demo data cannot be made yet.');
}
