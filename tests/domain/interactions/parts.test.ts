import { beforeAll, expect, it } from 'vitest';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { wholesToChoose } from '#app/domain/interactions/parts.server.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import { showInteraction } from '#app/domain/interactions/show-interaction.server.ts';
import { startForm } from '#app/domain/interactions/start-form.server.ts';
import { dayAfter } from '#app/domain/interactions/days.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

const nothing = {
  organisation: '',
  person: '',
  country: '',
  workArea: '',
  instrument: '',
  kind: '',
  followUp: '',
};

describeOnBoth('a mission and its meetings', (open) => {
  let world: World;
  let officer: Context;
  let mission: string;
  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    mission = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], {
        kind: 'mission',
        summary: 'Mission to Lomé',
        date: dayAfter(today(officer), -9),
        endDate: dayAfter(today(officer), -5),
        countries: ['TGO'],
        sensitivity: 'confidential',
      }),
    );
  });

  const edited = async (as: Context, ref: string, change: Partial<InteractionForm>) => {
    const form = await formOfInteraction(as, await readInteraction(as, ref), `key ${Math.random()}`);
    const parsed = parseInteraction({ ...form, ...change });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    return editInteraction(as, ref, parsed.input);
  };

  it('lends a new meeting its days, its countries and its level, and lists it', async () => {
    const form = await startForm(officer, { ...nothing, partOf: mission });
    expect(form).toMatchObject({
      partOf: mission,
      countries: ['TGO'],
      sensitivity: 'confidential',
      date: dayAfter(today(officer), -9),
    });
    const part = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.league.ref }], {
        summary: 'Breakfast with the league',
        partOf: mission,
      }),
    );
    expect((await showInteraction(officer, mission)).parts).toMatchObject([{ ref: part }]);
    expect((await showInteraction(officer, part)).partOf).toMatchObject({ summary: 'Mission to Lomé' });
    expect((await wholesToChoose(officer)).map(({ value }) => value)).toEqual([mission]);

    // what is hidden from a reader is no part of what they see, and an edit of theirs leaves it
    const outsider = await world.as('outsider');
    expect((await showInteraction(outsider, part)).partOf).toBeNull();
    expect(await wholesToChoose(outsider)).toEqual([]);
    await expect(startForm(outsider, { ...nothing, partOf: mission })).rejects.toThrow('nothing here');
    const row = () =>
      world.db
        .selectFrom('interaction')
        .select('part_of_id')
        .where('ref', '=', part)
        .executeTakeFirstOrThrow();
    await world.db
      .updateTable('interaction')
      .set({ author_id: outsider.actor.accountId })
      .where('ref', '=', part)
      .execute();
    expect(await edited(outsider, part, { summary: 'By another hand', team: '' })).toMatchObject({
      outcome: 'saved',
    });
    expect((await row()).part_of_id).not.toBeNull();
    expect(await edited(officer, part, { partOf: '' })).toMatchObject({ outcome: 'saved' });
    expect((await row()).part_of_id).toBeNull();
  });

  it('is no part of itself, of a part, or of something hidden', async () => {
    const part = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.league.ref }], { partOf: mission }),
    );
    const refused = { outcome: 'refused', errors: { partOf: expect.stringContaining('several days') } };
    expect(await edited(officer, mission, { partOf: mission })).toMatchObject(refused);
    const other = await logged(officer, meetingForm(officer, [{ organisation: world.league.ref }]));
    expect(await edited(officer, other, { partOf: part })).toMatchObject(refused);
    expect(await edited(officer, other, { partOf: 'zzzzzzzzzz' })).toMatchObject(refused);
  });
});
