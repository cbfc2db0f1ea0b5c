import { beforeAll, expect, it } from 'vitest';
import { sweepFiles } from '#app/domain/attachments/sweep-files.server.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { restoreInteraction } from '#app/domain/interactions/restore-interaction.server.ts';
import { showInteraction } from '#app/domain/interactions/show-interaction.server.ts';
import { verifyChain } from '#app/domain/kernel/audit-chain.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { TIMED_TASKS } from '#app/domain/schedule/timed-tasks.server.ts';
import { attached } from '#tests/attach.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { timed } from '#tests/mails.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const DAY = 86_400_000;

describeOnBoth('a clock that is put back a day or forward a year', (open) => {
  let world: World;
  let officer: Context;
  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
  });
  const at = (days: number): Context => ({ ...officer, now: new Date(officer.now.getTime() + days * DAY) });

  it('changes neither the order of what was done nor the chain that tells it', async () => {
    const ref = await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }]));
    await archiveInteraction(at(365), ref);
    await restoreInteraction(at(-1), ref);
    await archiveInteraction(officer, ref);
    const events = await world.db
      .selectFrom('audit_event')
      .select('action')
      .where('record_ref', '=', ref)
      .orderBy('id')
      .execute();
    const done = ['logged', 'archived', 'restored', 'archived'].map((word) => `interaction.${word}`);
    expect(events.map((row) => row.action)).toEqual(done);
    const { history } = await showInteraction(officer, ref);
    expect(history.map((event) => event.action)).toEqual([...done].reverse());
    expect(await verifyChain(world.db, officer.keys)).toMatchObject({ sound: true });
  });

  it('deletes no record and no file by what is done by the clock', async () => {
    const ref = await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }]));
    await attached(officer, { kind: 'interaction', ref }, { name: 'a.txt', bytes: 'Still there' });
    const counted = async () => {
      const tables = [
        'interaction',
        'attachment',
        'stored_file',
        'audit_event',
        'notification',
        'account',
      ] as const;
      return Promise.all(
        tables.map(async (table) => (await world.db.selectFrom(table).selectAll().execute()).length),
      );
    };
    const before = await counted();
    for (const days of [365, -1, 0]) {
      const context = {
        ...timed(
          world.db,
          async () => undefined,
          () => at(days).now,
        ),
        keys: officer.keys,
        reference: async () => officer.reference,
      };
      for (const task of TIMED_TASKS) await task.run(context);
      expect(await sweepFiles(at(days))).toBe(0);
    }
    expect(await counted()).toEqual(before);
  });
});
