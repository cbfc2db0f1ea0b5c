import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { formEntries } from '#app/domain/interactions/form-entries.ts';
import { blankAdvice, blankFollowUp } from '#app/domain/interactions/form.ts';
import { verifyChain } from '#app/domain/kernel/audit-chain.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { openDatabase, type Db } from '#db/client.ts';
import { listStorageFaults } from '#db/integrity.ts';
import type { Agent } from '#tests/agent.ts';
import { engines, freshDatabase } from '#tests/databases.ts';
import { startServer } from '#tests/server.ts';
import { makeWorld, meetingForm, type World } from '#tests/world.ts';

/** How often the server is killed: a few times here, a thousand with `npm run faults`. */
const kills = Number(process.env.KILLS ?? 4);
const writers = 6;

const form = (officer: Context, world: World, summary: string) => ({
  ...meetingForm(officer, [{ person: world.minister.ref }, { organisation: world.league.ref }], { summary }),
  advice: [{ ...blankAdvice(), text: `Advice of ${summary}` }],
  followUps: [
    { ...blankFollowUp(officer.actor.ref, '2030-01-01'), title: `First of ${summary}` },
    { ...blankFollowUp(officer.actor.ref, '2030-01-02'), title: `Second of ${summary}` },
  ],
});

/** Logs meetings one after the other until the server is gone. Adds each that was acknowledged. */
async function logUntilKilled(
  agent: Agent,
  next: () => [summary: string, entries: [string, string][]],
  acknowledged: Map<string, string>,
): Promise<void> {
  for (;;) {
    const [summary, entries] = next();
    try {
      const { location } = await agent.post('/interactions/new', [...entries, ['intent', 'save']]);
      if (location) acknowledged.set(summary, location.split('/').at(-1) ?? '');
    } catch {
      return;
    }
  }
}

/** Every meeting in the database by its summary, with how many rows hang on it. */
async function meetings(db: Db) {
  const rows = await db
    .selectFrom('interaction')
    .select((eb) => [
      'interaction.ref',
      'interaction.summary',
      eb
        .selectFrom('interaction_participant as met')
        .select((one) => one.fn.countAll<number>().as('n'))
        .whereRef('met.interaction_id', '=', 'interaction.id')
        .as('participants'),
      eb
        .selectFrom('advice')
        .select((one) => one.fn.countAll<number>().as('n'))
        .whereRef('advice.interaction_id', '=', 'interaction.id')
        .as('advice'),
      eb
        .selectFrom('follow_up')
        .select((one) => one.fn.countAll<number>().as('n'))
        .whereRef('follow_up.interaction_id', '=', 'interaction.id')
        .as('followUps'),
      eb
        .selectFrom('audit_event')
        .select((one) => one.fn.countAll<number>().as('n'))
        .where('action', '=', 'interaction.logged')
        .whereRef('audit_event.record_ref', '=', 'interaction.ref')
        .as('logged'),
    ])
    .execute();
  return rows;
}

it.each(engines)(
  'keeps what it acknowledged, and leaves nothing half done, when it is killed while people save (%s)',
  async (engine) => {
    // on a real disk, where a save takes its time and is more often killed in the middle
    const fresh = await freshDatabase(engine, { onDisk: true });
    const db = openDatabase(fresh.url);
    const world = await makeWorld(db);
    const officer = await world.as('officer');
    const acknowledged = new Map<string, string>();
    let posted = 0;
    const next = (): [string, [string, string][]] => {
      const summary = `Meeting ${(posted += 1)}`;
      return [summary, formEntries(form(officer, world, summary))];
    };
    for (let round = 0; round < kills; round += 1) {
      const server = await startServer({ databaseUrl: fresh.url });
      const agent = await server.signIn('officer@demo.example');
      const writing = Array.from({ length: writers }, () => logUntilKilled(agent, next, acknowledged));
      const enough = acknowledged.size + 2 + Math.floor(Math.random() * 12);
      while (acknowledged.size < enough) await pause(5);
      await server.kill();
      await Promise.all(writing);
    }

    const rows = await meetings(db);
    const refs = new Map(rows.map((row) => [row.summary, row.ref]));
    expect(acknowledged.size).toBeGreaterThanOrEqual(2 * kills);
    expect([...acknowledged].filter(([summary, ref]) => refs.get(summary) !== ref)).toEqual([]);
    const whole = { participants: 2, advice: 1, followUps: 2, logged: 1 };
    for (const { ref, summary, ...counts } of rows) expect(counts, `${ref} ${summary}`).toEqual(whole);
    expect(await listStorageFaults(db)).toEqual([]);
    expect(await verifyChain(db, officer.keys)).toMatchObject({ sound: true });
    await db.destroy();
    await fresh.remove();
  },
  60_000 + kills * 5_000,
);
