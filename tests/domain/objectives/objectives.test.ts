import { beforeAll, beforeEach, expect, it } from 'vitest';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { archiveObjective } from '#app/domain/objectives/archive-objective.server.ts';
import { editObjective } from '#app/domain/objectives/edit-objective.server.ts';
import { exportObjectives } from '#app/domain/objectives/export-objectives.server.ts';
import { moveObjective } from '#app/domain/objectives/move-objective.server.ts';
import { observeStance } from '#app/domain/objectives/observe-stance.server.ts';
import { restoreObjective } from '#app/domain/objectives/restore-objective.server.ts';
import { setObjective } from '#app/domain/objectives/set-objective.server.ts';
import { showBoard } from '#app/domain/objectives/show-board.server.ts';
import { showObjective } from '#app/domain/objectives/show-objective.server.ts';
import { openObjectiveForm } from '#app/domain/objectives/start-objective.server.ts';
import { startStance } from '#app/domain/objectives/start-stance.server.ts';
import { takeBackMove } from '#app/domain/objectives/take-back-move.server.ts';
import { withdrawStance } from '#app/domain/objectives/withdraw-stance.server.ts';
import { OBJECTIVE_WORDS, type ObjectiveQuestion } from '#app/domain/objectives/read-question.server.ts';
import type { ObjectiveForm } from '#app/domain/objectives/objective-form.ts';
import { expectNothing, recordedBy } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { moveForm, objectiveForm, objectiveSet, stanceForm } from '#tests/objectives.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const asked = (words: Partial<ObjectiveQuestion> = {}): ObjectiveQuestion => ({
  ...(Object.fromEntries(OBJECTIVE_WORDS.map((word) => [word, ''])) as ObjectiveQuestion),
  ...words,
});

describeOnBoth('an objective', (open) => {
  let world: World;
  let officer: Context;
  let outsider: Context;
  let ref: string;

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    outsider = await world.as('outsider');
  });
  beforeEach(async () => {
    ref = await objectiveSet(officer);
  });

  const records = (act: () => Promise<unknown>) => recordedBy(world.db, act);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(world.db, end, act);
  const edit = async (change: Partial<ObjectiveForm>, context = officer) => {
    const { form } = await openObjectiveForm(context, ref);
    return editObjective(context, ref, { form: { ...form, ...change }, base: form, choices: {} });
  };

  it('is set once for each key, with its first move, by somebody of a team', async () => {
    const form = objectiveForm(officer);
    expect(await records(() => setObjective(officer, form))).toEqual(['objective.set']);
    await nothing('already-saved', () => setObjective(officer, form));
    await nothing('refused', () => setObjective(officer, { ...form, title: 'Other words' }));
    await nothing('Forbidden', async () => setObjective(await world.as('admin'), objectiveForm(officer)));
    for (const wrong of [
      { country: 'XXX' },
      { stage: 'opcat.nope' },
      { workArea: 'nope' },
      { owner: 'zzzzzzzzzz' },
      { readers: ['zzzzzzzzzz'] },
      { since: '2999-01-01' },
      // the stages of the OPCAT are about the OPCAT; a treaty is to be named
      { instrument: 'CAT' },
      { stage: 'treaty.signed' },
      { stage: 'treaty.signed', instrument: 'MANDELA' },
    ]) {
      await nothing('refused', () => setObjective(officer, objectiveForm(officer, wrong)));
    }
    const view = await showObjective(officer, ref);
    expect(view).toMatchObject({ instrument: { code: 'OPCAT' }, stage: { code: 'opcat.exploring' } });
    expect(view.moves).toHaveLength(1);
  });

  it('moves with its evidence, once for each form, and back', async () => {
    const meeting = await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }]));
    const move = moveForm(officer, { evidence: 'interaction', interaction: meeting });
    await nothing('Forbidden', () => moveObjective(outsider, ref, move));
    await nothing('NotFound', () => moveObjective(officer, 'zzzzzzzzzz', move));
    await nothing('refused', () => moveObjective(officer, ref, { ...move, stage: 'treaty.signed' }));
    await nothing('refused', () => moveObjective(officer, ref, { ...move, on: '2025-12-31' }));
    await nothing('refused', () => moveObjective(officer, ref, { ...move, on: '2999-12-31' }));
    await nothing('refused', () => moveObjective(officer, ref, { ...move, interaction: 'zzzzzzzzzz' }));
    await nothing('refused', () =>
      moveObjective(officer, ref, moveForm(officer, { stage: 'opcat.turned_down' })),
    );
    await nothing('Conflict', () => moveObjective(officer, ref, { ...move, from: 'opcat.bill' }));
    expect(await records(() => moveObjective(officer, ref, move))).toEqual(['objective.moved']);
    await nothing('already-saved', () => moveObjective(officer, ref, move));
    const [last] = (await showObjective(officer, ref)).moves;
    expect(last).toMatchObject({ to: 'Government commitment', meeting: { ref: meeting } });
    await nothing('Forbidden', () => takeBackMove(outsider, ref, last?.ref ?? ''));
    expect(await records(() => takeBackMove(officer, ref, last?.ref ?? ''))).toEqual([
      'objective.moved-back',
    ]);
    const [first] = (await showObjective(officer, ref)).moves;
    await nothing('Conflict', () => takeBackMove(officer, ref, last?.ref ?? ''));
    await nothing('Conflict', () => takeBackMove(officer, ref, first?.ref ?? ''));
  });

  it('leaves no trace of a meeting that shows a move, where the reader may not see it', async () => {
    const secret = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], { sensitivity: 'restricted' }),
    );
    await moveObjective(officer, ref, moveForm(officer, { evidence: 'interaction', interaction: secret }));
    const [seen] = (await showObjective(officer, ref)).moves;
    expect(seen).toMatchObject({ evidence: 'interaction', meeting: { ref: secret } });
    const view = await showObjective(outsider, ref);
    expect(view.moves[0]).toMatchObject({ evidence: 'staff_judgement', meeting: null });
    expect(JSON.stringify(view)).not.toContain(secret);
    expect(JSON.stringify(view.history)).not.toMatch(/interaction/);
  });

  it('is edited on top of what others saved, and asks where both changed the same', async () => {
    const { form } = await openObjectiveForm(officer, ref);
    await nothing('Forbidden', () => editObjective(outsider, ref, { form, base: form, choices: {} }));
    await nothing('saved', () => editObjective(officer, ref, { form, base: form, choices: {} }));
    const mine = { ...form, title: 'My words', nextStep: 'My step' };
    expect(await records(() => edit({ title: 'Their words', target: '2027-06-30' }))).toEqual([
      'objective.edited',
    ]);
    await nothing('stale', () => editObjective(officer, ref, { form: mine, base: form, choices: {} }));
    await editObjective(officer, ref, { form: mine, base: form, choices: { title: 'theirs' } });
    expect(await showObjective(officer, ref)).toMatchObject({
      title: 'Their words',
      nextStep: 'My step',
      targetOn: '2027-06-30',
    });
    await nothing('refused', () => edit({ country: 'XXX' }));
  });

  it('is not shut to whoever changes it by a slip', async () => {
    const colleague = await world.as('colleague');
    await nothing('refused', () => edit({ sensitivity: 'restricted' }, colleague));
    expect(
      await edit({ sensitivity: 'restricted', readers: [colleague.actor.ref] }, colleague),
    ).toMatchObject({
      outcome: 'saved',
    });
    expect(await records(() => showObjective(colleague, ref))).toEqual(['objective.opened']);
    await nothing('NotFound', async () => showObjective(await world.as('manager'), ref));
  });

  it('is encrypted with all that hangs on it when it is sealed, its history too', async () => {
    await moveObjective(
      officer,
      ref,
      moveForm(officer, { note: 'Heron told us', evidence: 'document', link: 'A letter' }),
    );
    await observeStance(
      officer,
      ref,
      stanceForm(officer, `organisation:${world.ministry.ref}`, { note: 'Heron said' }),
    );
    await edit({ sensitivity: 'sealed', title: 'Heron’s wish', nextStep: 'Call Heron' });
    const stored = async (table: 'objective' | 'objective_move' | 'objective_stance' | 'audit_value') =>
      JSON.stringify(await world.db.selectFrom(table).selectAll().execute());
    for (const table of ['objective', 'objective_move', 'objective_stance', 'audit_value'] as const) {
      expect(await stored(table)).not.toMatch(/Heron|A letter/);
    }
    const view = await showObjective(officer, ref);
    expect(view).toMatchObject({ title: 'Heron’s wish', nextStep: 'Call Heron' });
    expect(view.moves[0]).toMatchObject({ note: 'Heron told us', link: 'A letter' });
    expect(view.stances[0]?.latest.note).toBe('Heron said');
    const board = await showBoard(officer, asked());
    expect(board.cards.find((card) => card.ref === ref)).toMatchObject({ title: '', nextStep: '' });
    expect(await records(() => openObjectiveForm(officer, ref))).toEqual(['objective.opened']);
    expect(await records(() => startStance(officer, ref))).toEqual(['objective.opened']);
  });

  it('is archived and restored, once each; nothing is changed in between', async () => {
    await nothing('Forbidden', () => archiveObjective(outsider, ref));
    await nothing('Conflict', () => restoreObjective(officer, ref));
    expect(await records(() => archiveObjective(officer, ref))).toEqual(['objective.archived']);
    await nothing('Conflict', () => archiveObjective(officer, ref));
    await nothing('Conflict', () => moveObjective(officer, ref, moveForm(officer)));
    await nothing('Conflict', () => openObjectiveForm(officer, ref));
    const stance = stanceForm(officer, `organisation:${world.ministry.ref}`);
    await nothing('Conflict', () => observeStance(officer, ref, stance));
    expect((await showBoard(officer, asked())).cards.map((card) => card.ref)).not.toContain(ref);
    expect(await records(() => restoreObjective(officer, ref))).toEqual(['objective.restored']);
  });

  it('notes where partners stand; a hidden person leaves no trace', async () => {
    const heron = await world.addPerson(officer, { name: 'Heron', level: 'restricted', positions: [] });
    const form = stanceForm(officer, `person:${heron.ref}:`, { stance: 'against', note: 'In private' });
    await nothing('Forbidden', () => observeStance(outsider, ref, form));
    await nothing('refused', () => observeStance(officer, ref, { ...form, stance: 'nope' }));
    await nothing('refused', () => observeStance(officer, ref, { ...form, on: '2999-01-01' }));
    await nothing('refused', async () => observeStance(await world.as('colleague'), ref, form));
    expect(await records(() => observeStance(officer, ref, form))).toEqual(['stance.observed']);
    await nothing('already-saved', () => observeStance(officer, ref, form));
    const again = stanceForm(officer, `person:${heron.ref}:`, { stance: 'for' });
    await observeStance(officer, ref, again);
    const [partner] = (await showObjective(officer, ref)).stances;
    expect(partner).toMatchObject({
      name: 'Heron',
      latest: { stance: 'for' },
      before: [{ stance: 'against' }],
    });
    const view = await showObjective(outsider, ref);
    expect(view.stances).toEqual([]);
    expect(JSON.stringify(view)).not.toMatch(/Heron|stance\.observed|In private/);
    const stance = partner?.latest.ref ?? '';
    await nothing('Forbidden', () => withdrawStance(outsider, ref, stance));
    await nothing('NotFound', async () => withdrawStance(await world.as('colleague'), ref, stance));
    expect(await records(() => withdrawStance(officer, ref, stance))).toEqual(['stance.withdrawn']);
    await nothing('Conflict', () => withdrawStance(officer, ref, stance));
    expect(await records(() => withdrawStance(officer, ref, stance, { restore: true }))).toEqual([
      'stance.observed',
    ]);
  });

  it('is told apart from the lists of treaties, and offered the stage that they know', async () => {
    const rows = await objectiveSet(officer, { country: 'PER', stage: 'opcat.exploring', title: 'Peru' });
    expect((await showObjective(officer, rows)).check?.offer).toMatchObject({ stage: 'opcat.functioning' });
    const ghana = await objectiveSet(officer, {
      country: 'GHA',
      stage: 'treaty.ratified',
      instrument: 'CED',
      title: 'Ghana',
    });
    expect((await showObjective(officer, ghana)).check?.contradictions).toMatchObject([
      { status: 'signatory' },
    ]);
    const gambia = await objectiveSet(officer, {
      country: 'GMB',
      stage: 'opcat.ratified',
      title: 'The Gambia',
    });
    expect((await showObjective(officer, gambia)).check).toEqual({ contradictions: [], offer: null });
  });

  it('is exported with a record of how many', async () => {
    const rows: unknown[] = [];
    expect(
      await records(async () => {
        for await (const row of await exportObjectives(officer, asked({ country: 'GHA' }))) rows.push(row);
      }),
    ).toEqual(['objectives.exported']);
    expect(rows).toHaveLength(1);
    expect(today(officer)).toMatch(/^\d{4}/);
  });
});
