import { beforeAll, expect, it } from 'vitest';
import { showDesk } from '#app/domain/desk/show-desk.server.ts';
import { assignFollowUp } from '#app/domain/follow-ups/assign-follow-up.server.ts';
import { createFollowUp } from '#app/domain/follow-ups/create-follow-up.server.ts';
import { showFollowUp } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { startFollowUp } from '#app/domain/follow-ups/start-follow-up.server.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { editObjective } from '#app/domain/objectives/edit-objective.server.ts';
import type { ObjectiveForm } from '#app/domain/objectives/objective-form.ts';
import { showObjective } from '#app/domain/objectives/show-objective.server.ts';
import { openObjectiveForm } from '#app/domain/objectives/start-objective.server.ts';
import { expectNothing, recordedBy } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { objectiveSet } from '#tests/objectives.ts';
import { makeWorld, type World } from '#tests/world.ts';

describeOnBoth('an objective and what pushes it', (open) => {
  let world: World;
  let officer: Context;
  let outsider: Context;
  let ref: string;
  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    outsider = await world.as('outsider');
    ref = await objectiveSet(officer);
  });

  const records = (act: () => Promise<unknown>) => recordedBy(world.db, act);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(world.db, end, act);
  const edit = async (change: Partial<ObjectiveForm>, context = officer) => {
    const { form } = await openObjectiveForm(context, ref);
    return editObjective(context, ref, { form: { ...form, ...change }, base: form, choices: {} });
  };

  it('gives its level and readers to a follow-up that pushes it', async () => {
    await edit({ sensitivity: 'confidential' });
    const { form } = await startFollowUp(officer, '', ref);
    expect(form).toMatchObject({ countries: ['TGO'], workAreas: ['preventive_mechanisms'], objective: ref });
    const asked = { ...form, title: 'Ask the minister' };
    await nothing('NotFound', () => createFollowUp(outsider, asked));
    expect(await records(() => createFollowUp(officer, asked))).toEqual(['follow-up.created']);
    expect((await showObjective(officer, ref)).followUps).toMatchObject([{ title: 'Ask the minister' }]);
    const row = await world.db
      .selectFrom('follow_up')
      .select('ref')
      .where('title', '=', 'Ask the minister')
      .executeTakeFirstOrThrow();
    await nothing('NotFound', () => showFollowUp(outsider, row.ref));
    await nothing('', async () => showFollowUp(await world.as('manager'), row.ref));
    await edit({ sensitivity: 'internal' });
    await nothing('', () => showFollowUp(outsider, row.ref));
  });

  it('is handed on, with what pushes it, only to those who read both', async () => {
    const colleague = await world.as('colleague');
    const manager = await world.as('manager');
    const closed = await objectiveSet(officer, {
      sensitivity: 'restricted',
      owner: colleague.actor.ref,
      readers: [officer.actor.ref],
    });
    const { form } = await startFollowUp(officer, '', closed);
    const made = await createFollowUp(officer, { ...form, title: 'Ask in private' });
    const task = made.outcome === 'refused' ? '' : made.ref;
    const { colleagues } = await showFollowUp(officer, task);
    expect(colleagues.map(({ value }) => value)).toContain(colleague.actor.ref);
    expect(colleagues.map(({ value }) => value)).not.toContain(manager.actor.ref);
    await nothing('refused', () => assignFollowUp(officer, task, { assignee: manager.actor.ref, note: '' }));
    await assignFollowUp(officer, task, { assignee: colleague.actor.ref, note: '' });
    expect((await showFollowUp(colleague, task)).title).toBe('Ask in private');
  });

  it('reminds its owner on their desk once it stalls', async () => {
    const titles = async (context: Context) => (await showDesk(context)).stalled.map((one) => one.title);
    const { title } = await showObjective(officer, ref);
    const movedOn = (moved_on: string) =>
      world.db.updateTable('objective').set({ moved_on }).where('ref', '=', ref).execute();
    await movedOn(today(officer));
    expect(await titles(officer)).toEqual([]);
    await movedOn('2024-01-01');
    expect(await titles(officer)).toEqual([title]);
    expect(await titles(outsider)).toEqual([]);
  });
});
