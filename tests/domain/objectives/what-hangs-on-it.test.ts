import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import { editAdvice } from '#app/domain/advice/edit-advice.server.ts';
import { giveAdvice } from '#app/domain/advice/give-advice.server.ts';
import { moveAdvice } from '#app/domain/advice/move-advice.server.ts';
import { openAdvice } from '#app/domain/advice/open-advice.server.ts';
import { showAdvice } from '#app/domain/advice/show-advice.server.ts';
import { openAttachment } from '#app/domain/attachments/open-attachment.server.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { archiveObjective } from '#app/domain/objectives/archive-objective.server.ts';
import { editObjective } from '#app/domain/objectives/edit-objective.server.ts';
import { moveObjective } from '#app/domain/objectives/move-objective.server.ts';
import { showObjective } from '#app/domain/objectives/show-objective.server.ts';
import { openObjectiveForm } from '#app/domain/objectives/start-objective.server.ts';
import { takeBackMove } from '#app/domain/objectives/take-back-move.server.ts';
import { adviceForm, stepForm } from '#tests/advice.ts';
import { attach, attached } from '#tests/attach.ts';
import { expectNothing } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { moveForm, objectiveSet } from '#tests/objectives.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

describeOnBoth('what hangs on an objective', (open) => {
  let world: World;
  let officer: Context;
  let outsider: Context;
  let recipients: string[];

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    outsider = await world.as('outsider');
    recipients = [`organisation:${world.ministry.ref}`];
  });

  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(world.db, end, act);
  const given = async (objective: string, text: string) => {
    const answer = await giveAdvice(officer, adviceForm(officer, { recipients, objective, text }));
    if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer.errors));
    return answer.ref;
  };
  const setLevel = async (ref: string, sensitivity: string) => {
    const { form } = await openObjectiveForm(officer, ref);
    const input = { form: { ...form, sensitivity }, base: form, choices: {} };
    expect(await editObjective(officer, ref, input)).toEqual({ outcome: 'saved' });
  };

  it('is sealed and opened with it: advice, its steps, files, history and counts', async () => {
    const objective = await objectiveSet(officer);
    const advice = await given(objective, 'Heron: publish the list');
    await moveAdvice(
      officer,
      advice,
      await stepForm(officer, advice, {
        status: 'acknowledged',
        evidence: 'document',
        link: 'Heron’s letter',
        note: 'Heron agreed',
      }),
    );
    await moveObjective(officer, objective, moveForm(officer));
    const [step] = (await showAdvice(officer, advice)).steps;
    const [move] = (await showObjective(officer, objective)).moves;
    const files = [
      await attached(officer, { kind: 'advice_step', ref: step?.ref ?? '' }, { name: 'Heron step.pdf' }),
      await attached(officer, { kind: 'objective_move', ref: move?.ref ?? '' }, { name: 'Heron move.pdf' }),
    ];
    const counted = async () =>
      (await world.db.selectFrom('country_advice_tally').select('pieces').execute()).reduce(
        (sum, { pieces }) => sum + pieces,
        0,
      );
    expect(await counted()).toBe(1);

    await setLevel(objective, 'sealed');
    for (const table of ['advice', 'advice_step', 'attachment', 'audit_value'] as const) {
      const rows = await world.db.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain('Heron');
    }
    expect(await counted()).toBe(0);
    const view = await showAdvice(officer, advice);
    expect(view).toMatchObject({ text: 'Heron: publish the list', level: 'sealed' });
    expect(view.steps[1]?.texts).toMatchObject({ note: 'Heron agreed', evidence_link: 'Heron’s letter' });
    await nothing('NotFound', () => showAdvice(outsider, advice));
    for (const file of files) {
      await nothing('NotFound', () => openAttachment(outsider, file));
      const { name, content } = await openAttachment(officer, file);
      expect([name.slice(0, 5), (await buffer(content)).subarray(0, 5).toString()]).toEqual([
        'Heron',
        '%PDF-',
      ]);
    }

    await setLevel(objective, 'internal');
    expect(await counted()).toBe(1);
    expect((await showAdvice(outsider, advice)).text).toBe('Heron: publish the list');
    for (const file of files) expect((await openAttachment(outsider, file)).name).toContain('Heron');
  });

  it('refuses what was written for the level before', async () => {
    const objective = await objectiveSet(officer);
    const advice = await given(objective, 'Train the guards');
    const step = await stepForm(officer, advice, { status: 'acknowledged', note: 'In the clear' });
    await setLevel(objective, 'sealed');
    await nothing('Conflict', () => moveAdvice(officer, advice, step));
  });

  it('goes with a move that is taken back, and does not hinder who edits advice once it is archived', async () => {
    const objective = await objectiveSet(officer);
    const advice = await given(objective, 'Open a register');
    await moveObjective(officer, objective, moveForm(officer));
    const [move] = (await showObjective(officer, objective)).moves;
    const on = { kind: 'objective_move' as const, ref: move?.ref ?? '' };
    const file = await attached(officer, on);
    await takeBackMove(officer, objective, on.ref);
    await nothing('NotFound', () => openAttachment(officer, file));
    await nothing('Conflict', () => attach(officer, on));
    await archiveObjective(officer, objective);
    const form = await openAdvice(officer, advice);
    const text = 'Open a register of custody';
    expect(await editAdvice(officer, advice, { ...form, text })).toEqual({ outcome: 'saved' });
  });

  it('is shown by meetings that were held, not by those that are planned', async () => {
    const objective = await objectiveSet(officer);
    const partners = [{ organisation: world.ministry.ref }];
    const day = addDays(today(officer), 7);
    const interaction = await logged(officer, meetingForm(officer, partners, { date: day }));
    const move = moveForm(officer, { evidence: 'interaction', interaction });
    await nothing('refused', () => moveObjective(officer, objective, move));
  });

  it('is read by those who read it from the start, and does not change its readers by the way', async () => {
    const objective = await objectiveSet(officer, { sensitivity: 'restricted' });
    const other = await objectiveSet(officer, { sensitivity: 'restricted', title: 'Another' });
    const open = await objectiveSet(officer, { title: 'Open to all' });
    const advice = await given(objective, 'Publish the list');
    expect((await showAdvice(officer, advice)).level).toBe('restricted');
    await nothing('NotFound', () => showAdvice(outsider, advice));
    const form = await openAdvice(officer, advice);
    for (const wrong of ['', open])
      await nothing('refused', () => editAdvice(officer, advice, { ...form, objective: wrong }));
    expect(await editAdvice(officer, advice, { ...form, objective: other })).toEqual({ outcome: 'saved' });
    await nothing('NotFound', () => showAdvice(outsider, advice));
    const internal = await given('', 'Visit at night');
    const another = await openAdvice(officer, internal);
    await nothing('refused', () => editAdvice(officer, internal, { ...another, objective }));
    expect(await editAdvice(officer, internal, { ...another, objective: open })).toEqual({
      outcome: 'saved',
    });
    expect((await showAdvice(outsider, internal)).level).toBe('internal');
  });
});
