import { beforeAll, beforeEach } from 'vitest';
import { blankFollowUp, type InteractionForm } from '#app/domain/interactions/form.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import type { Db } from '#db/client.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

export const NOW = new Date('2027-01-20T10:00:00Z');
/** The register as it opens. */
export const asked = { assignee: '', country: '', workArea: '', status: '', after: '' };

interface Scene {
  world: World;
  officer: Context;
  colleague: Context;
  outsider: Context;
  /** A meeting of the officer, logged before each test, and the follow-up that came of it; refs. */
  meeting: string;
  ref: string;
}

/** A world, and before each test a meeting with one follow-up due on 31 January; read `scene` inside the tests. */
export function oneFollowUp(open: () => Promise<Db>) {
  const scene = {} as Scene;

  const row = (which = scene.ref) =>
    scene.world.db.selectFrom('follow_up').selectAll().where('ref', '=', which).executeTakeFirstOrThrow();
  const refsOf = async (interaction: string) =>
    (
      await scene.world.db
        .selectFrom('follow_up')
        .innerJoin('interaction', 'interaction.id', 'follow_up.interaction_id')
        .select('follow_up.ref')
        .where('interaction.ref', '=', interaction)
        .orderBy('follow_up.id')
        .execute()
    ).map((one) => one.ref);
  const log = (rest: Partial<InteractionForm>) => {
    const { officer, world } = scene;
    return logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }], rest));
  };
  const due = (on: string, title = 'Send comments') => ({
    ...blankFollowUp(scene.officer.actor.ref, on),
    title,
  });

  beforeAll(async () => {
    const world = await makeWorld(await open());
    scene.world = world;
    for (const name of ['officer', 'colleague', 'outsider'] as const) scene[name] = await world.as(name, NOW);
  });
  beforeEach(async () => {
    scene.meeting = await log({ countries: ['TGO'], countriesChosen: 'yes', followUps: [due('2027-01-31')] });
    scene.ref = (await refsOf(scene.meeting))[0] ?? '';
  });

  return { scene, row, refsOf, log, due };
}
