import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formEntries } from '#app/domain/interactions/form-entries.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { verifyChain } from '#app/domain/kernel/audit-chain.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { listStorageFaults } from '#db/integrity.ts';
import type { Agent } from '#tests/agent.ts';
import { startServer, type TestServer } from '#tests/server.ts';
import { tallyFaults } from '#tests/tally-faults.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

let server: TestServer;
let world: World;
let officer: Context;
let agent: Agent;

beforeAll(async () => {
  const preload = new URL('../full-disk.ts', import.meta.url).href;
  server = await startServer({ env: { NODE_OPTIONS: `--import tsx --import ${preload}` } });
  world = await makeWorld(server.db);
  officer = await world.as('officer');
  agent = await server.signIn('officer@demo.example');
});
afterAll(() => server.stop());

async function turn(words: string): Promise<void> {
  process.kill(server.pid, 'SIGUSR2');
  for (let tries = 0; !server.output().endsWith(`${words}\n`) && tries < 100; tries += 1) await pause(20);
}

const TABLES = ['interaction', 'audit_event', 'submission', 'follow_up'] as const;
const rows = () =>
  Promise.all(TABLES.map(async (table) => (await server.db.selectFrom(table).selectAll().execute()).length));

it('says so where the disk is full, keeps nothing by halves, lets people read, and goes on when there is room', async () => {
  const before = await logged(
    officer,
    meetingForm(officer, [{ person: world.minister.ref }], { summary: 'Before' }),
  );
  const form = {
    ...meetingForm(officer, [{ person: world.minister.ref }], {
      summary: 'While it is full',
      notes: 'What was said. '.repeat(10_000),
    }),
    key: makeRef(officer.random),
  };
  const save = () => agent.post('/interactions/new', [...formEntries(form), ['intent', 'save']]);
  const stood = await rows();
  await turn('The disk is full.');
  const refused = await save();
  expect(refused.status).toBe(503);
  expect(refused.text).toContain('There is no room left to save');
  expect(refused.text).toContain('what you typed is still there');
  expect(server.output()).toContain('database or disk is full');
  expect(await rows()).toEqual(stood);
  for (const path of ['/', '/interactions', `/interactions/${before}`])
    expect((await agent.get(path)).status, path).toBe(200);
  expect((await agent.get('/healthz')).status).toBe(200);
  await turn('There is room again.');
  const saved = await save();
  expect(saved.status).toBe(303);
  expect((await agent.get(saved.location ?? '')).text).toContain('While it is full');
  expect(await listStorageFaults(server.db)).toEqual([]);
  expect(await verifyChain(server.db, officer.keys)).toMatchObject({ sound: true });
  expect(await tallyFaults(server.db)).toEqual([]);
});
