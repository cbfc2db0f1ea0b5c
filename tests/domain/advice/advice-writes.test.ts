import { beforeAll, beforeEach, expect, it } from 'vitest';
import { archiveAdvice } from '#app/domain/advice/archive-advice.server.ts';
import { editAdvice } from '#app/domain/advice/edit-advice.server.ts';
import { exportAdvice } from '#app/domain/advice/export-advice.server.ts';
import { adviceMeanwhile } from '#app/domain/advice/form-of-advice.server.ts';
import { giveAdvice } from '#app/domain/advice/give-advice.server.ts';
import { moveAdvice } from '#app/domain/advice/move-advice.server.ts';
import { openAdvice } from '#app/domain/advice/open-advice.server.ts';
import { restoreAdvice } from '#app/domain/advice/restore-advice.server.ts';
import { showAdvice } from '#app/domain/advice/show-advice.server.ts';
import { startAdvice } from '#app/domain/advice/start-advice.server.ts';
import type { StepForm } from '#app/domain/advice/step-form.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { blankAdvice } from '#app/domain/interactions/form.ts';
import { openForEdit } from '#app/domain/interactions/open-for-edit.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { adviceForm, adviceRequest, stepForm } from '../../advice.ts';
import { expectNothing, recordedBy } from '../../audit-watch.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

describeOnBoth('what is written of advice', (open) => {
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

  it('gives advice by itself once, however often the form is posted', async () => {
    const form = adviceForm(officer, { recipients: to });
    expect(await records(() => giveAdvice(officer, form))).toEqual(['advice.given']);
    await nothing('already-saved', () => giveAdvice(officer, form));
    await nothing('refused', () => giveAdvice(officer, { ...form, text: 'Another text' }));
    await nothing('refused', () => giveAdvice(officer, adviceForm(officer)));
    const hidden = await world.addPerson(outsider, { name: 'Heron', level: 'restricted', positions: [] });
    for (const recipients of [[`person:${hidden.ref}`], ['person:0000000000'], ['nobody']])
      await nothing('refused', () => giveAdvice(officer, adviceForm(officer, { recipients })));
    await nothing('refused', () => giveAdvice(officer, { ...form, key: 'another-key', on: '2999-01-01' }));
  });

  it('makes advice of a passage of the notes, with the level and the readers of the meeting', async () => {
    const interaction = await meeting({
      sensitivity: 'restricted',
      notes: 'We said: visit at night. Then tea.',
    });
    const start = {
      interaction,
      passage: ' visit at night ',
      organisation: '',
      person: '',
      country: '',
      objective: '',
    };
    expect(await records(() => startAdvice(officer, start))).toEqual(['interaction.opened']);
    const form = await startAdvice(officer, start);
    expect(form).toMatchObject({
      text: 'visit at night',
      recipients: to,
      workAreas: ['legal_instruments'],
      countries: ['TGO'],
      on: today(officer),
    });
    await nothing('NotFound', () => startAdvice(outsider, start));
    await nothing('NotFound', () => giveAdvice(outsider, form));
    const answer = await giveAdvice(officer, form);
    const made = answer.outcome === 'refused' ? '' : answer.ref;
    expect(await showAdvice(officer, made)).toMatchObject({
      level: 'restricted',
      origin: { ref: interaction },
    });
    await nothing('NotFound', () => showAdvice(outsider, made));
    const internal = await meeting();
    await nothing('Forbidden', () =>
      giveAdvice(outsider, { ...form, key: 'a-key-of-theirs', interaction: internal }),
    );
  });

  it('edits what advice says by version, keeps recipients whom the editor does not see, and tells who was faster', async () => {
    const heron = await world.addPerson(officer, { name: 'Heron', level: 'restricted', positions: [] });
    ref = await given({ recipients: [...to, `person:${heron.ref}`] });
    const colleague = await world.as('colleague');
    const form = await openAdvice(colleague, ref);
    expect(form.recipients).toEqual(to);
    const edited = {
      ...form,
      text: 'By night too',
      recipients: [`person:${world.minister.ref}`],
      instrument: 'OPCAT',
    };
    expect(await records(() => editAdvice(colleague, ref, edited))).toEqual(['advice.edited']);
    expect((await openAdvice(officer, ref)).recipients.sort()).toEqual(
      [`person:${heron.ref}`, `person:${world.minister.ref}`].sort(),
    );
    await nothing('stale', () => editAdvice(officer, ref, { ...form, text: 'At dawn' }));
    expect((await adviceMeanwhile(officer, ref)).by.name).toBe('The colleague');
    await nothing('Forbidden', () => editAdvice(outsider, ref, edited));
    await nothing('refused', async () =>
      editAdvice(officer, ref, { ...(await openAdvice(officer, ref)), recipients: [] }),
    );
    await nothing('saved', async () => editAdvice(officer, ref, await openAdvice(officer, ref)));
  });

  it('does not let an open form of the meeting overwrite what was changed apart from it', async () => {
    const interaction = await meeting({ advice: [{ ...blankAdvice(), text: 'First words' }] });
    const before = parseInteraction(await openForEdit(officer, interaction));
    ref = (await showFirst(interaction)).ref;
    await editAdvice(officer, ref, { ...(await openAdvice(officer, ref)), text: 'Second words' });
    if (!before.ok) throw new Error('The form of the meeting is refused.');
    expect(await editInteraction(officer, interaction, before.input)).toEqual({ outcome: 'stale' });
    expect((await showFirst(interaction)).body).toBe('Second words');
  });

  const showFirst = async (interaction: string) =>
    world.db
      .selectFrom('advice')
      .innerJoin('interaction', 'interaction.id', 'advice.interaction_id')
      .select(['advice.ref', 'advice.body'])
      .where('interaction.ref', '=', interaction)
      .executeTakeFirstOrThrow();

  it('puts advice away and brings it back, once each', async () => {
    await nothing('Forbidden', () => archiveAdvice(outsider, ref));
    expect(await records(() => archiveAdvice(officer, ref))).toEqual(['advice.archived']);
    await nothing('Conflict', () => archiveAdvice(officer, ref));
    await nothing('Conflict', () => move({ status: 'adopted' }));
    await nothing('NotFound', () => showAdvice(outsider, ref));
    await nothing('NotFound', () => restoreAdvice(outsider, ref));
    expect((await showAdvice(officer, ref)).mayRestore).toBe(true);
    expect(await records(() => restoreAdvice(officer, ref))).toEqual(['advice.restored']);
    await nothing('Conflict', () => restoreAdvice(officer, ref));
  });

  it('records that the register was exported, with its filter and how many rows', async () => {
    const rows: Record<string, string>[] = [];
    const read = async () => {
      const words = adviceRequest({ country: 'TGO', status: 'given' }).words;
      for await (const row of await exportAdvice(officer, words)) rows.push(row);
    };
    expect(await records(read)).toEqual(['advice.exported']);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row['status'] === 'Given' && row['author'] === 'The officer')).toBe(true);
  });
});
