import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openFeed } from '#app/domain/calendar/open-feed.server.ts';
import { openDatabase, type Db, type Engine } from '#db/client.ts';
import { readsRecords } from '#db/visibility.ts';
import type { Agent } from '../agent.ts';
import { engines, freshDatabase, temporaryFiles } from '../databases.ts';
import { startServer } from '../server.ts';
import { actorOf, makeWorld, type World } from '../world.ts';
import { copyWithout } from './copy-without.ts';
import { everyAddress } from './every-address.ts';
import { hiddenFrom } from './naive-rule.ts';
import { logRandomRecords } from './random-records.ts';
import { steady } from './steady.ts';
import { linkReviews } from './random-reviews.ts';

/**
 * The test of truth: for any actor, every response over the whole data equals the response over the data from which
 * what they may not see has been removed. Pages, their `.data`, suggestions, exports and refs that were guessed.
 */
const ACTORS = ['officer', 'colleague', 'manager', 'writer', 'admin', 'outsider'];

/**
 * Once on each engine, each in a test file of its own so that they run beside each other, on fresh random data; a failing
 * seed is printed. On PostgreSQL every third address is asked, others at each seed, since pages ask both engines the
 * same; with NON_INTERFERENCE_RUNS set every address, as often as it says.
 */
const RUNS = Number(process.env.NON_INTERFERENCE_RUNS ?? 1);
const SHARE: Record<Engine, number> = {
  sqlite: 1,
  postgres: process.env.NON_INTERFERENCE_RUNS === undefined ? 3 : 1,
};

export function testAnswersAlike(engine: Engine): void {
  it.runIf(engines.includes(engine))(
    `non-interference on ${engine}: every page answers as if what is hidden were not there`,
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
          const whole = await freshDatabase(engine);
          const db = openDatabase(whole.url);
          const directory = temporaryFiles();
          const world = await makeWorld(db, join(directory, 'files'));
          await logRandomRecords(world, seed, 45);
          await linkReviews(world);
          const addresses = await everyAddress(db);
          const server = await startServer({ databaseUrl: whole.url, directory });
          try {
            for (const name of ACTORS) {
              const email = `${name}@demo.example`;
              const asked = addresses.filter((_, place) => (place + seed) % SHARE[engine] === 0);
              const own = [...asked, ...(await feedsOf(world, name))];
              await compare(engine, db, directory, email, own, await server.signIn(email));
            }
          } finally {
            await server.stop();
            await db.destroy();
            await whole.remove();
          }
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    RUNS * 600_000,
  );
}

/** The feeds of a colleague: their own, those of their teams, and two countries. */
async function feedsOf(world: World, name: string): Promise<string[]> {
  const context = await world.as(name);
  if (!readsRecords(context.actor)) return [];
  const teams = context.actor.teamIds.map((id) => `team:${context.reference.teamById(id).ref}`);
  const found: string[] = [];
  for (const what of ['mine', ...teams, 'country:TGO', 'country:PER']) {
    const feed = await openFeed(context, { key: `feed of ${what}`, what });
    if (feed.outcome === 'opened') found.push(`/feeds/${feed.token}.ics`);
  }
  expect(found.length).toBeGreaterThan(3);
  return found;
}

async function compare(
  engine: Engine,
  db: Db,
  directory: string,
  email: string,
  addresses: string[],
  seesWhole: Agent,
): Promise<void> {
  const part = await freshDatabase(engine);
  const rest = openDatabase(part.url);
  await copyWithout(db, rest, await hiddenFrom(db, await actorOf(db, email)));
  await rest.destroy();
  const server = await startServer({ databaseUrl: part.url, directory });
  try {
    const seesPart = await server.signIn(email);
    for (const address of addresses) {
      for (const ask of /\.csv|\.ics|suggest|^\/files\/[0-9a-z]{10}$/.test(address)
        ? (['get'] as const)
        : (['get', 'data'] as const)) {
        const answers = await Promise.all([seesWhole[ask](address), seesPart[ask](address)]);
        const [a, b] = answers.map((answer) => `${answer.status}\n${steady(answer.text)}`);
        expect(a, `${email} at ${ask === 'data' ? '.data of ' : ''}${address}`).toBe(b);
      }
    }
  } finally {
    await server.stop();
    await part.remove();
  }
}
