import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { readChanges, verifyChain } from '#app/domain/kernel/audit-chain.server.ts';
import { commit, type Work } from '#app/domain/kernel/commit.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import type { Db } from '#db/client.ts';
import { everyRow } from '../audit-watch.ts';
import { describeOnBoth } from '../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../world.ts';

const TABLE = 'audit_event';

/** Somebody with the keys of the database itself: takes the triggers away first. */
async function forge(db: Db, engine: string, change: string): Promise<void> {
  if (engine === 'sqlite') {
    await sql`drop trigger if exists audit_event_no_update`.execute(db);
    await sql`drop trigger if exists audit_event_no_delete`.execute(db);
    await sql`pragma foreign_keys = off`.execute(db);
  } else {
    await sql`drop trigger if exists audit_event_no_change on audit_event`.execute(db);
    await sql`alter table audit_value drop constraint if exists audit_value_event_id_fkey`.execute(db);
  }
  await sql.raw(change).execute(db);
}

describeOnBoth('the chain of the audit', (open, engine) => {
  let world: World;
  let officer: Context;
  let ref: string;
  const verify = () => verifyChain(world.db, officer.keys);
  const last = async () =>
    (await world.db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()).sequence;

  beforeEach(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    ref = await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }]));
    expect(await verify()).toMatchObject({ sound: true, events: await last() });
  });

  it('rolls everything back where a write records nothing, or breaks off, before or after it recorded', async () => {
    const before = await everyRow(world.db);
    const entry = { action: 'interaction.edited', noun: 'interaction', id: 1, ref, changes: {} } as const;
    const hooks: string[] = [];
    const write = (then: (work: Work) => void | Promise<void>) =>
      commit(officer, async (work) => {
        await work.trx.updateTable('interaction').set({ place: 'nowhere' }).where('ref', '=', ref).execute();
        work.afterCommit(async () => void hooks.push('told'));
        await then(work);
      });
    await expect(write(() => undefined)).rejects.toThrow(/must record/);
    await expect(
      write(() => {
        throw new Error('broken off');
      }),
    ).rejects.toThrow('broken off');
    await expect(
      write((work) => {
        work.record(entry);
        throw new Error('broken off later');
      }),
    ).rejects.toThrow('broken off later');
    await expect(
      write(async (work) => {
        work.record(entry);
        await work.trx
          .insertInto('interaction_staff')
          .values({ interaction_id: -1, account_id: -1, occurred_on: '' })
          .execute();
      }),
    ).rejects.toThrow();
    expect(hooks).toEqual([]);
    expect(await everyRow(world.db)).toBe(before);
    await write((work) => work.record(entry));
    expect(hooks).toEqual(['told']);
    expect(await verify()).toMatchObject({ sound: true });
  });

  it('holds where writes come at the same time', async () => {
    const forms = Array.from({ length: 8 }, () =>
      meetingForm(officer, [{ organisation: world.ministry.ref }]),
    );
    await Promise.all(forms.map((form) => logged(officer, form)));
    expect(await verify()).toMatchObject({ sound: true, events: await last() });
  });

  it('holds without its values, which can be erased', async () => {
    const values = await world.db.selectFrom('audit_value').selectAll().execute();
    const event = values.find((value) => value.body.includes('NPM draft law'));
    expect(readChanges(officer.keys, event?.event_id ?? 0, event?.body ?? null)).toMatchObject({
      state: [null, 'held'],
    });
    await world.db
      .deleteFrom('audit_value')
      .where('event_id', '=', event?.event_id ?? 0)
      .execute();
    expect(await verify()).toMatchObject({ sound: true });
    await world.db.deleteFrom('audit_value').execute();
    expect(await verify()).toMatchObject({ sound: true });
    expect(readChanges(officer.keys, event?.event_id ?? 0, null)).toEqual({});
  });

  it('refuses to change or remove an event', async () => {
    const before = await everyRow(world.db);
    await expect(
      world.db.updateTable(TABLE).set({ at: '1999' }).where('id', '=', 2).execute(),
    ).rejects.toThrow(/append-only/);
    await expect(world.db.deleteFrom(TABLE).where('id', '=', 2).execute()).rejects.toThrow(/append-only/);
    await expect(world.db.deleteFrom(TABLE).execute()).rejects.toThrow(/append-only/);
    if (engine === 'postgres')
      await expect(sql`truncate audit_event cascade`.execute(world.db)).rejects.toThrow();
    expect(await everyRow(world.db)).toBe(before);
  });

  it.each([
    ['its time', `update audit_event set at = '1999-01-01' where id = 3`],
    ['its actor', 'update audit_event set actor_id = null where id = (select max(id) from audit_event)'],
    ['its action', `update audit_event set action = 'interaction.restored' where id = 3`],
    ['its fields', `update audit_event set fields = '[]' where id = 3`],
    ['the digest of its values', `update audit_event set digest = 'x' where id = 3`],
    ['its own hash', `update audit_event set hash = 'x' where id = 3`],
    ['the hash before it', `update audit_event set previous_hash = 'x' where id = 3`],
  ])('tells when somebody altered %s', async (_what, change) => {
    await forge(world.db, engine, change);
    expect(await verify()).toMatchObject({
      sound: false,
      fault: expect.stringMatching(/^event \d+ does not follow/),
    });
  });

  it.each([
    ['from the middle', 'delete from audit_event where id = 3', 'event 3 is missing'],
    ['from the beginning', 'delete from audit_event where id = 1', 'event 1 is missing'],
    [
      'from the end',
      'delete from audit_event where id = (select max(id) from audit_event)',
      'the last event',
    ],
    ['with the head put back', 'update audit_head set sequence = sequence - 1', 'the last event'],
  ])('tells when somebody removed an event %s', async (_where, change, fault) => {
    await forge(world.db, engine, change);
    expect(await verify()).toMatchObject({ sound: false, fault: expect.stringContaining(fault) });
  });

  it('is sound for nobody who has another key', async () => {
    const other = { ...officer.keys, audit: Buffer.alloc(32, 7) };
    expect(await verifyChain(world.db, other)).toMatchObject({ sound: false, events: 0 });
  });
});
