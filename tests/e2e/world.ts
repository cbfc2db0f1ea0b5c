import { makeWorld, type World } from '#tests/world.ts';
import { expect, test as base } from './server.ts';

/** The small organisation at work, made once for each server. */
export const test = base.extend<object, { world: World }>({
  world: [
    async ({ server }, use) => use(await makeWorld(server.db, server.filesDirectory)),
    { scope: 'worker' },
  ],
});

export { expect };
