import { beforeAll, expect, it } from 'vitest';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

describeOnBoth('a meeting that gets another date', (open) => {
  let world: World;
  let person: { ref: string };
  beforeAll(async () => {
    world = await makeWorld(await open());
    const positions = [
      { organisationId: world.league.id, title: 'President', fromOn: '2015', untilOn: '2019-12-31' },
      { organisationId: world.ministry.id, title: 'Secretary of State', fromOn: '2020-01-01' },
    ];
    person = await world.addPerson(await world.as('officer'), { name: 'Ama Lawson', positions });
  });

  const edited = async (officer: Context, ref: string, change: Partial<InteractionForm>) => {
    const form = await formOfInteraction(
      officer,
      await readInteraction(officer, ref),
      `key ${Math.random()}`,
    );
    const parsed = parseInteraction({ ...form, ...change });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    expect(await editInteraction(officer, ref, parsed.input)).toMatchObject({ outcome: 'saved' });
    return (await readInteraction(officer, ref)).participants[0];
  };

  it.each(['internal', 'sealed'])(
    'keeps or copies afresh who people were, as asked (%s)',
    async (sensitivity) => {
      const officer = await world.as('officer');
      const form = meetingForm(officer, [{ person: person.ref }], { date: '2024-05-02', sensitivity });
      const ref = await logged(officer, form);
      const saved = (await readInteraction(officer, ref)).participants[0];
      expect(saved).toMatchObject({
        title_then: 'Secretary of State',
        organisation_then: 'Ministry of Justice',
      });

      const kept = await edited(officer, ref, { date: '2018-05-02' });
      expect(kept).toMatchObject({ ref: saved?.ref, title_then: 'Secretary of State' });

      const afresh = await edited(officer, ref, { date: '2018-06-02', titlesAfresh: 'yes' });
      expect(afresh).toMatchObject({
        ref: saved?.ref,
        title_then: 'President',
        organisation_ref: world.league.ref,
      });

      const unknown = await edited(officer, ref, { date: '2010-06-02', titlesAfresh: 'yes' });
      expect(unknown).toMatchObject({ title_then: 'President' });
    },
  );
});
