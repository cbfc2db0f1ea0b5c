import { beforeAll, beforeEach, expect, it } from 'vitest';
import { editStep } from '#app/domain/advice/edit-step.server.ts';
import { giveAdvice } from '#app/domain/advice/give-advice.server.ts';
import { moveAdvice } from '#app/domain/advice/move-advice.server.ts';
import { openAdvice } from '#app/domain/advice/open-advice.server.ts';
import { showAdvice } from '#app/domain/advice/show-advice.server.ts';
import { showStep } from '#app/domain/advice/show-step.server.ts';
import type { StepForm } from '#app/domain/advice/step-form.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { blankAdvice } from '#app/domain/interactions/form.ts';
import { openForEdit } from '#app/domain/interactions/open-for-edit.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { adviceForm, stepForm } from '../../advice.ts';
import { expectNothing, recordedBy } from '../../audit-watch.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

describeOnBoth('the steps of advice', (open) => {
  let world: World;
  let officer: Context;
  let outsider: Context;
  let ref: string;
  let to: string[];

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    outsider = await world.as('outsider');
    to = [`organisation:${world.ministry.ref}`];
  });

  beforeEach(async () => {
    ref = await given({ on: addDays(today(officer), -30) });
  });

  const given = async (rest: Parameters<typeof adviceForm>[1]): Promise<string> => {
    const answer = await giveAdvice(officer, adviceForm(officer, { recipients: to, ...rest }));
    if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer.errors));
    return answer.ref;
  };
  const meeting = (rest: Parameters<typeof meetingForm>[2] = {}) =>
    logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }, { person: world.minister.ref }], rest),
    );
  const records = (act: () => Promise<unknown>) => recordedBy(world.db, act);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(world.db, end, act);
  const move = async (step: Partial<StepForm>) =>
    moveAdvice(officer, ref, await stepForm(officer, ref, step));
  const stored = async () =>
    world.db
      .selectFrom('advice_step')
      .innerJoin('advice', 'advice.id', 'advice_step.advice_id')
      .selectAll('advice_step')
      .where('advice.ref', '=', ref)
      .orderBy('advice_step.id')
      .execute();

  it('turns an adopted piece back only with a reason, and keeps what shows each step', async () => {
    const shown = await meeting({ date: addDays(today(officer), -3) });
    await nothing('refused', () => move({ status: 'adopted', evidence: 'interaction', meeting: 'nothing' }));
    await nothing('refused', () => move({ status: 'adopted', evidence: 'document' }));
    await nothing('refused', () => move({ status: 'lapsed', contribution: 'plausible' }));
    await nothing('refused', () => move({ status: 'adopted', on: addDays(today(officer), -31) }));
    const adopted = {
      status: 'adopted',
      on: addDays(today(officer), -3),
      evidence: 'interaction',
      meeting: shown,
      whatChanged: 'Article 9',
      contribution: 'plausible',
    };
    expect(await records(() => move(adopted))).toEqual(['advice.moved']);
    await nothing('refused', () => move({ status: 'rejected' }));
    await nothing('Conflict', async () =>
      moveAdvice(officer, ref, {
        ...(await stepForm(officer, ref, { status: 'rejected', reason: 'No' })),
        version: '1',
      }),
    );
    expect(await records(() => move({ status: 'rejected', reason: 'The court struck it out' }))).toEqual([
      'advice.moved',
    ]);
    const view = await showAdvice(officer, ref);
    expect(view.steps.map(({ kind, evidence }) => [kind, evidence])).toEqual([
      [undefined, 'staff_judgement'],
      ['onward', 'interaction'],
      ['down', 'staff_judgement'],
    ]);
    expect(view.steps[2]?.texts.reason).toBe('The court struck it out');
    expect(view).toMatchObject({ meaning: 'negative' });
  });

  it('changes the words of a step by version, and never what its editor may not see', async () => {
    const quiet = await meeting({ sensitivity: 'restricted', date: addDays(today(officer), -2) });
    await move({ status: 'acknowledged', evidence: 'interaction', meeting: quiet, note: 'Orally' });
    const step = (await stored())[1]?.ref ?? '';
    const colleague = await world.as('colleague');
    const { form } = await showStep(colleague, ref, step);
    expect(form).toMatchObject({ evidence: 'staff_judgement', meeting: '', note: 'Orally' });
    const edited = { ...form, note: 'In writing' };
    expect(await records(() => editStep(colleague, ref, step, edited))).toEqual(['advice.step-edited']);
    await nothing('Conflict', () => editStep(colleague, ref, step, { ...form, note: 'By telephone' }));
    await nothing('Forbidden', () => editStep(outsider, ref, step, edited));
    await nothing('NotFound', () => editStep(colleague, ref, '0000000000', edited));
    expect((await stored())[1]).toMatchObject({ note: 'In writing', evidence: 'interaction' });
    expect((await showAdvice(officer, ref)).steps[1]?.meeting?.ref).toBe(quiet);
    for (const view of [await showAdvice(colleague, ref), await showAdvice(outsider, ref)]) {
      expect(view.steps[1]).toMatchObject({ evidence: 'staff_judgement', meeting: null });
      expect(JSON.stringify(view)).not.toContain(quiet);
    }
  });

  it('tells in its history of evidence that is hidden what the step tells', async () => {
    const quiet = await meeting({ sensitivity: 'restricted', date: addDays(today(officer), -2) });
    const evidence = { evidence: 'interaction', meeting: quiet } as const;
    await move({ status: 'acknowledged', ...evidence });
    await move({ status: 'adopted', ...evidence, link: 'The gazette' });
    const view = await showAdvice(outsider, ref);
    expect(view.steps.slice(1).map((step) => step.evidence)).toEqual(['staff_judgement', 'document']);
    const told = view.history.flatMap(({ changes }) => changes.filter(({ field }) => field === 'evidence'));
    expect(told.map(({ after }) => after)).toEqual(['document', 'staff judgement']);
  });

  it('seals the words of steps with the meeting, in the audit too, and opens them again', async () => {
    const interaction = await meeting({
      date: addDays(today(officer), -9),
      advice: [{ ...blankAdvice(), text: 'A quiet word' }],
    });
    const row = await world.db
      .selectFrom('advice')
      .select('ref')
      .where('body', '=', 'A quiet word')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    ref = row.ref;
    const words = {
      whatChanged: 'Changed-1',
      changedBy: 'Changer-2',
      verifiedBy: 'Verifier-3',
      link: 'Paper-4',
      note: 'Note-5',
    };
    await move({ status: 'adopted', evidence: 'document', ...words });
    await resealed(interaction, 'sealed');
    await move({ status: 'rejected', reason: 'Reason-6' });
    const everything = async () =>
      JSON.stringify([
        await stored(),
        await world.db.selectFrom('audit_value').selectAll().execute(),
        await world.db.selectFrom('advice').selectAll().where('ref', '=', ref).execute(),
      ]);
    for (const word of [...Object.values(words), 'Reason-6']) expect(await everything()).not.toContain(word);
    expect((await showAdvice(officer, ref)).steps[1]?.texts).toMatchObject({
      what_changed: 'Changed-1',
      note: 'Note-5',
    });
    expect(await records(() => showAdvice(officer, ref))).toEqual(['advice.opened']);
    expect(await records(() => openAdvice(officer, ref))).toEqual(['advice.opened']);
    await resealed(interaction, 'internal');
    expect((await stored())[2]?.reason).toBe('Reason-6');
  });

  async function resealed(interaction: string, sensitivity: string): Promise<void> {
    const parsed = parseInteraction({ ...(await openForEdit(officer, interaction)), sensitivity });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    expect(await editInteraction(officer, interaction, parsed.input)).toMatchObject({ outcome: 'saved' });
  }
});
