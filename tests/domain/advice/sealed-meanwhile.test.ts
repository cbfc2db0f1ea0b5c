import { expect, it } from 'vitest';
import { giveAdvice } from '#app/domain/advice/give-advice.server.ts';
import { showAdvice } from '#app/domain/advice/show-advice.server.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import { editObjective } from '#app/domain/objectives/edit-objective.server.ts';
import { openObjectiveForm } from '#app/domain/objectives/start-objective.server.ts';
import type { Db } from '#db/client.ts';
import { adviceForm } from '#tests/advice.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { objectiveSet } from '#tests/objectives.ts';
import { logged, makeWorld, meetingForm } from '#tests/world.ts';

/** The database of somebody whose transaction begins only once something else has been done. */
function writingAfter(db: Db, before: () => Promise<unknown>): Db {
  const execute: ReturnType<Db['transaction']>['execute'] = async (work) => {
    await before();
    return db.transaction().execute(work);
  };
  return new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') return () => ({ execute });
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

describeOnBoth('advice whose objective is sealed while somebody saves its meeting', (open) => {
  it('is not stored in the clear by that', async () => {
    const world = await makeWorld(await open());
    const officer = await world.as('officer');
    const meeting = await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }]));
    const objective = await objectiveSet(officer);
    const recipients = [`organisation:${world.ministry.ref}`];
    const given = await giveAdvice(
      officer,
      adviceForm(officer, { text: 'Ask for the heron', recipients, interaction: meeting, objective }),
    );
    if (given.outcome !== 'saved') throw new Error(JSON.stringify(given));
    const form = await formOfInteraction(officer, await readInteraction(officer, meeting), 'key-of-the-slow');
    const parsed = parseInteraction(form);
    if (!parsed.ok) throw new Error('refused');
    const db = writingAfter(world.db, async () => {
      const { form: base } = await openObjectiveForm(officer, objective);
      const input = { form: { ...base, sensitivity: 'sealed' as const }, base, choices: {} };
      expect(await editObjective(officer, objective, input)).toEqual({ outcome: 'saved' });
    });
    await expect(editInteraction({ ...officer, db }, meeting, parsed.input)).rejects.toThrow(/meanwhile/);
    const { body } = await world.db.selectFrom('advice').select('body').executeTakeFirstOrThrow();
    expect(body).not.toContain('heron');
    expect((await showAdvice(officer, given.ref)).text).toBe('Ask for the heron');
  });
});
