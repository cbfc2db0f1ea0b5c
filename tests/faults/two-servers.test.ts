import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formEntries } from '#app/domain/interactions/form-entries.ts';
import { verifyChain } from '#app/domain/kernel/audit-chain.server.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { engines, freshDatabase, type FreshDatabase } from '#tests/databases.ts';
import { startServer, type TestServer } from '#tests/server.ts';
import { tallyFaults } from '#tests/tally-faults.ts';
import { makeWorld, meetingForm, type World } from '#tests/world.ts';

describe.each(engines)('two servers on one database, on %s', (engine) => {
  let fresh: FreshDatabase;
  let servers: TestServer[];
  let world: World;
  let officer: Context;
  beforeAll(async () => {
    fresh = await freshDatabase(engine);
    const start = () => startServer({ databaseUrl: fresh.url });
    servers = [await start(), await start()];
    world = await makeWorld(servers[0]!.db);
    officer = await world.as('officer');
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    await fresh.remove();
  });

  it(
    'make one record of one form, lose none of many, and read what the other wrote',
    { timeout: 60_000 },
    async () => {
      const agents = await Promise.all(servers.map((server) => server.signIn('officer@demo.example')));
      const filled = (summary: string) => ({
        ...meetingForm(officer, [{ person: world.minister.ref }], { summary }),
        key: makeRef(officer.random),
      });
      const save = (agent: (typeof agents)[0], form: ReturnType<typeof filled>) =>
        agent.post('/interactions/new', [...formEntries(form), ['intent', 'save']]);
      const same = filled('The same on both');
      const twins = await Promise.all(Array.from({ length: 10 }, (_, at) => save(agents[at % 2]!, same)));
      expect(new Set(twins.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
      const many = await Promise.all(
        Array.from({ length: 30 }, (_, at) => save(agents[at % 2]!, filled(`Number ${at} of thirty`))),
      );
      expect(new Set(many.map(({ status }) => status))).toEqual(new Set([303]));
      for (const [at, { location }] of many.entries()) {
        const other = await agents[(at + 1) % 2]!.get(location ?? '');
        expect(other.text).toContain(`Number ${at} of thirty`);
      }
      const { db } = servers[0]!;
      expect(await db.selectFrom('interaction').select('id').execute()).toHaveLength(31);
      expect(await verifyChain(db, officer.keys)).toMatchObject({ sound: true });
      expect(await tallyFaults(db)).toEqual([]);
      expect(servers.map((server) => server.output()).join()).not.toMatch(/BUSY|deadlock/i);
    },
  );
});
