import { beforeAll, beforeEach, expect, it } from 'vitest';
import { cancelInteraction } from '#app/domain/interactions/cancel-interaction.server.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import { holdInteraction } from '#app/domain/interactions/hold-interaction.server.ts';
import { listInteractions } from '#app/domain/interactions/list-interactions.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { LIST_WORDS, type ListWords } from '#app/domain/interactions/read-list-question.server.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import { reinstateInteraction } from '#app/domain/interactions/reinstate-interaction.server.ts';
import { rescheduleInteraction } from '#app/domain/interactions/reschedule-interaction.server.ts';
import { showInteraction } from '#app/domain/interactions/show-interaction.server.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { countVisibleInteractions } from '#db/queries/tallies.ts';
import { expectNothing, recordedBy } from '../../audit-watch.ts';
import { describeOnBoth } from '../../databases.ts';
import { tallyFaults } from '../../tally-faults.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

describeOnBoth('what is planned', (open) => {
  let world: World;
  let officer: Context;
  let outsider: Context;
  let day: string;
  let ref: string;

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    outsider = await world.as('outsider');
    day = addDays(today(officer), 5);
  });

  beforeEach(async () => {
    ref = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], {
        date: day,
        endDate: addDays(day, 2),
        time: '09:30',
        countries: ['TGO'],
        countriesChosen: 'yes',
        sensitivity: 'confidential',
        staff: [officer.actor.ref],
      }),
    );
  });

  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(world.db, end, act);
  const move = async (change: Record<string, string> = {}) => ({
    version: String((await readInteraction(officer, ref)).version),
    date: addDays(day, 7),
    time: '14:00',
    zone: 'Africa/Lome',
    ...change,
  });
  const linesOf = async (state: string) => {
    const words = Object.fromEntries(LIST_WORDS.map((name) => [name, name === 'state' ? state : '']));
    const request = { words: words as ListWords, paging: {}, oldestFirst: false };
    return (await listInteractions(officer, request)).lines.map((line) => line.ref);
  };

  it('is cancelled with its reason, stays readable by word, and never counts as contact', async () => {
    const open = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], { date: day }),
    );
    await nothing('Forbidden', () => cancelInteraction(outsider, open, ''));
    await nothing('NotFound', () => cancelInteraction(outsider, ref, ''));
    await nothing('refused', () => cancelInteraction(officer, ref, 'x'.repeat(301)));
    const held = (await countVisibleInteractions(world.db, officer.actor)).held;
    expect(
      await recordedBy(world.db, () => cancelInteraction(officer, ref, 'The minister fell ill')),
    ).toEqual(['interaction.cancelled']);
    const view = await showInteraction(officer, ref);
    expect(view).toMatchObject({
      state: 'cancelled',
      cancelledReason: 'The minister fell ill',
      mayHold: false,
    });
    expect(view.history[0]).toMatchObject({ action: 'interaction.cancelled' });
    expect(JSON.stringify(view.history[0]?.changes)).toContain('The minister fell ill');
    expect(await linesOf('cancelled')).toContain(ref);
    expect(await linesOf('held')).not.toContain(ref);
    expect((await countVisibleInteractions(world.db, officer.actor)).held).toBe(held);
    expect(await tallyFaults(world.db)).toEqual([]);
    await nothing('Conflict', () => cancelInteraction(officer, ref, ''));
    await nothing('Conflict', () => holdInteraction(officer, ref));
    await nothing('Conflict', async () => rescheduleInteraction(officer, ref, await move()));
  });

  it('is planned again', async () => {
    await nothing('Conflict', () => reinstateInteraction(officer, ref));
    await cancelInteraction(officer, ref, 'Strike');
    await nothing('NotFound', () => reinstateInteraction(outsider, ref));
    expect(await recordedBy(world.db, () => reinstateInteraction(officer, ref))).toEqual([
      'interaction.reinstated',
    ]);
    expect(await showInteraction(officer, ref)).toMatchObject({ state: 'planned', cancelledReason: '' });
    expect(await tallyFaults(world.db)).toEqual([]);
  });

  it('keeps the reason sealed where the record is', async () => {
    await cancelInteraction(officer, ref, 'A hummingbird was seen');
    const whole = await readInteraction(officer, ref);
    const form = await formOfInteraction(officer, whole, 'a key of its own');
    const parsed = parseInteraction({ ...form, sensitivity: 'sealed' });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    expect(await editInteraction(officer, ref, parsed.input)).toMatchObject({ outcome: 'saved' });
    for (const table of ['interaction', 'audit_value'] as const) {
      expect(JSON.stringify(await world.db.selectFrom(table).selectAll().execute())).not.toContain(
        'hummingbird',
      );
    }
    expect(await showInteraction(officer, ref)).toMatchObject({ cancelledReason: 'A hummingbird was seen' });
  });

  it('is moved with its length and with all that is dated by it', async () => {
    await nothing('NotFound', async () => rescheduleInteraction(outsider, ref, await move()));
    const faults: Record<string, string>[] = [
      { date: '2027-02-31' },
      { date: '9999-01-01' },
      { time: '25:00' },
      { zone: 'Nowhere/Atlantis' },
      { zone: '+05:00' },
      { zone: '../etc/passwd' },
    ];
    for (const wrong of faults) {
      await nothing('refused', async () => rescheduleInteraction(officer, ref, await move(wrong)));
    }
    await nothing('stale', async () => rescheduleInteraction(officer, ref, await move({ version: '99' })));
    const form = await move();
    expect(await recordedBy(world.db, () => rescheduleInteraction(officer, ref, form))).toEqual([
      'interaction.rescheduled',
    ]);
    const whole = await readInteraction(officer, ref);
    expect(whole).toMatchObject({
      occurred_on: addDays(day, 7),
      ended_on: addDays(day, 9),
      occurred_time: '14:00',
      zone: 'Africa/Lome',
      state: 'planned',
    });
    for (const table of [
      'interaction_country',
      'interaction_work_area',
      'interaction_staff',
      'interaction_reader',
      'interaction_participant',
    ] as const) {
      const rows = await world.db
        .selectFrom(table)
        .select('occurred_on')
        .where('interaction_id', '=', whole.id)
        .execute();
      expect(rows.length, table).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => row.occurred_on)), table).toEqual(new Set([addDays(day, 7)]));
    }
    expect(await tallyFaults(world.db)).toEqual([]);
    await nothing('stale', () => rescheduleInteraction(officer, ref, form));
  });

  it('is moved back by the form that a move answers', async () => {
    const result = await rescheduleInteraction(officer, ref, await move({ time: '' }));
    expect(await readInteraction(officer, ref)).toMatchObject({ occurred_time: null, zone: null });
    if (result.outcome !== 'saved') throw new Error('refused');
    expect(await rescheduleInteraction(officer, ref, result.before)).toMatchObject({ outcome: 'saved' });
    expect(await readInteraction(officer, ref)).toMatchObject({ occurred_on: day, occurred_time: '09:30' });
  });
});
