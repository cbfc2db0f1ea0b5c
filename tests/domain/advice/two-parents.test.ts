import { randomBytes } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { archiveAdvice } from '#app/domain/advice/archive-advice.server.ts';
import { editAdvice } from '#app/domain/advice/edit-advice.server.ts';
import { formOfAdvice } from '#app/domain/advice/form-of-advice.server.ts';
import { giveAdvice } from '#app/domain/advice/give-advice.server.ts';
import { showAdvice } from '#app/domain/advice/show-advice.server.ts';
import { openAttachment } from '#app/domain/attachments/open-attachment.server.ts';
import { createFollowUp } from '#app/domain/follow-ups/create-follow-up.server.ts';
import { assigneesOf } from '#app/domain/follow-ups/list-assignees.server.ts';
import { showFollowUp } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { startFollowUp } from '#app/domain/follow-ups/start-follow-up.server.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { editObjective } from '#app/domain/objectives/edit-objective.server.ts';
import { openObjectiveForm } from '#app/domain/objectives/start-objective.server.ts';
import type { Level } from '#db/levels.ts';
import { findVisibleAdviceRecord } from '#db/queries/advice-record.ts';
import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { adviceForm } from '#tests/advice.ts';
import { attached } from '#tests/attach.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { objectiveSet } from '#tests/objectives.ts';
import { tallyFaults } from '#tests/tally-faults.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

describeOnBoth('what was born in a meeting and serves an objective', (open) => {
  let world: World;
  let officer: Context;
  let colleague: Context;
  let outsider: Context;
  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    colleague = await world.as('colleague');
    outsider = await world.as('outsider');
  });

  const meetingOf = (sensitivity: Level, rest: { readers?: string[] } = {}) =>
    logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], { sensitivity, readers: [], ...rest }),
    );

  async function advised(interaction: string, objective: string): Promise<string> {
    const recipients = [`organisation:${world.ministry.ref}`];
    const form = adviceForm(officer, { text: 'Ask for the heron', recipients, interaction, objective });
    const given = await giveAdvice(officer, form);
    if (given.outcome !== 'saved') throw new Error(JSON.stringify(given));
    return given.ref;
  }

  async function serve(ref: string, objective: string): Promise<void> {
    const advice = await findVisibleAdviceRecord(world.db, officer.actor, ref);
    if (!advice) throw new Error('It is not seen.');
    const { form } = await formOfAdvice(officer, advice);
    expect(await editAdvice(officer, ref, { ...form, objective })).toEqual({ outcome: 'saved' });
  }

  async function setLevel(ref: string, sensitivity: Level): Promise<void> {
    const form = await formOfInteraction(
      officer,
      await readInteraction(officer, ref),
      randomBytes(8).toString('hex'),
    );
    const parsed = parseInteraction({ ...form, sensitivity });
    if (!parsed.ok) throw new Error('refused');
    expect(await editInteraction(officer, ref, parsed.input)).toMatchObject({ outcome: 'saved' });
  }

  async function setObjectiveLevel(ref: string, sensitivity: Level): Promise<void> {
    const { form } = await openObjectiveForm(officer, ref);
    const input = { form: { ...form, sensitivity }, base: form, choices: {} };
    expect(await editObjective(officer, ref, input)).toEqual({ outcome: 'saved' });
  }

  const sees = async (context: Context, ref: string) =>
    (await findVisibleAdviceRecord(world.db, context.actor, ref)) !== undefined;
  const seenBy = (ref: string) =>
    Promise.all([officer, colleague, outsider].map((context) => sees(context, ref)));
  const stored = (ref: string) =>
    world.db
      .selectFrom('advice')
      .innerJoin('advice_step', 'advice_step.advice_id', 'advice.id')
      .select(['advice.level', 'advice.body', 'advice_step.ref as step', 'advice.id'])
      .where('advice.ref', '=', ref)
      .executeTakeFirstOrThrow();
  const versionOf = async (ref: string) =>
    (
      await world.db
        .selectFrom('interaction')
        .select('version')
        .where('ref', '=', ref)
        .executeTakeFirstOrThrow()
    ).version;
  const textOf = async (context: Context, ref: string) => (await showAdvice(context, ref)).text;

  it('has the stricter level, whichever parent that is, and is read by those who read both', async () => {
    const open = await meetingOf('internal');
    const named = await objectiveSet(officer, { sensitivity: 'restricted', readers: [outsider.actor.ref] });
    const inOpen = await advised(open, named);
    expect((await stored(inOpen)).level).toBe(2);
    expect(await seenBy(inOpen)).toEqual([true, false, true]);
    const close = await meetingOf('restricted', { readers: [colleague.actor.ref] });
    const inClose = await advised(close, await objectiveSet(officer, { sensitivity: 'confidential' }));
    expect((await stored(inClose)).level).toBe(2);
    expect(await seenBy(inClose)).toEqual([true, true, false]);
    // the outsider reads the objective by name, the colleague the meeting by team: neither reads both
    const apart = await advised(await meetingOf('confidential'), named);
    expect(await seenBy(apart)).toEqual([true, false, false]);
    const equal = await advised(close, named);
    expect(await seenBy(equal)).toEqual([true, false, false]);
    expect((await readInteraction(colleague, open)).advice).toEqual([]);
    expect((await readInteraction(outsider, open)).advice).toHaveLength(1);
    expect(await tallyFaults(world.db)).toEqual([]);
  });

  it('follows both when their levels change, with its words, its files and what the audit holds', async () => {
    const meeting = await meetingOf('internal');
    const objective = await objectiveSet(officer);
    const ref = await advised(meeting, objective);
    const { step, id } = await stored(ref);
    const file = await attached(
      officer,
      { kind: 'advice_step', ref: step },
      { name: 'a.txt', bytes: 'heron' },
    );
    const values = async () =>
      (
        await world.db
          .selectFrom('audit_value')
          .innerJoin('audit_event', 'audit_event.id', 'audit_value.event_id')
          .select('audit_value.body')
          .where('audit_event.noun', '=', 'advice')
          .where('audit_event.record_id', '=', id)
          .execute()
      ).map((row) => row.body);
    const fileLevel = () =>
      world.db
        .selectFrom('attachment')
        .innerJoin('stored_file', 'stored_file.id', 'attachment.file_id')
        .select(['attachment.level', 'stored_file.sealed'])
        .where('attachment.ref', '=', file)
        .executeTakeFirstOrThrow();
    const expectLevel = async (level: number) => {
      const now = await stored(ref);
      expect(now.level).toBe(level);
      expect(now.body.includes('heron')).toBe(level < 3);
      expect(await fileLevel()).toEqual({ level, sealed: level === 3 ? 1 : 0 });
      expect(await textOf(officer, ref)).toBe('Ask for the heron');
      expect(await sees(outsider, ref)).toBe(level === 0);
      expect(await tallyFaults(world.db)).toEqual([]);
    };
    await expectLevel(0);
    await setObjectiveLevel(objective, 'confidential');
    await expectLevel(1);
    await setObjectiveLevel(objective, 'sealed');
    await expectLevel(3);
    expect((await values()).join(' ')).not.toContain('heron');
    await expect(openAttachment(outsider, file)).rejects.toThrow();
    await setLevel(meeting, 'sealed');
    await expectLevel(3);
    await setLevel(meeting, 'internal');
    await expectLevel(3);
    await setLevel(meeting, 'restricted');
    await setObjectiveLevel(objective, 'internal');
    await expectLevel(2);
    await setLevel(meeting, 'internal');
    await expectLevel(0);
  });

  it('takes another level with another objective, and that of the meeting where the link goes away', async () => {
    const meeting = await meetingOf('internal');
    const sealed = await objectiveSet(officer, { sensitivity: 'sealed' });
    const ref = await advised(meeting, '');
    await serve(ref, sealed);
    expect(await stored(ref)).toMatchObject({ level: 3 });
    expect((await stored(ref)).body).not.toContain('heron');
    expect(await seenBy(ref)).toEqual([true, false, false]);
    await serve(ref, await objectiveSet(officer, { sensitivity: 'confidential' }));
    expect(await stored(ref)).toMatchObject({ level: 1, body: 'Ask for the heron' });
    await serve(ref, '');
    expect(await stored(ref)).toMatchObject({ level: 0 });
    expect(await seenBy(ref)).toEqual([true, true, true]);
    expect(await tallyFaults(world.db)).toEqual([]);
  });

  it('leaves no trace of itself in the meeting for those who may not read it', async () => {
    const meeting = await meetingOf('internal');
    const objective = await objectiveSet(officer, { sensitivity: 'restricted' });
    const before = await versionOf(meeting);
    const ref = await advised(meeting, objective);
    const advice = await findVisibleAdviceRecord(world.db, officer.actor, ref);
    if (!advice) throw new Error('It is not seen.');
    const { form } = await formOfAdvice(officer, advice);
    await editAdvice(officer, ref, { ...form, text: 'Ask for two herons' });
    expect(await versionOf(meeting)).toBe(before);
    const whole = await readInteraction(officer, meeting);
    expect(whole.advice).toHaveLength(1);
    // what a colleague could not see change is no row of the meeting's form, nor is it taken out by it
    expect((await formOfInteraction(officer, whole, 'key')).advice).toEqual([]);
    await setLevel(meeting, 'confidential');
    expect(await textOf(officer, ref)).toBe('Ask for two herons');
    const after = await versionOf(meeting);
    await archiveAdvice(officer, ref);
    expect(await versionOf(meeting)).toBe(after);
  });

  it('is given, as a task, to those who read both', async () => {
    const meeting = await meetingOf('restricted', { readers: [colleague.actor.ref] });
    const objective = await objectiveSet(officer, {
      sensitivity: 'restricted',
      readers: [outsider.actor.ref],
    });
    const { form } = await startFollowUp(officer, meeting, objective);
    for (const { actor } of [colleague, outsider])
      expect(await createFollowUp(officer, { ...form, title: 'Write', assignee: actor.ref })).toMatchObject({
        outcome: 'refused',
      });
    const made = await createFollowUp(officer, { ...form, title: 'Write to the heron' });
    if (made.outcome !== 'saved') throw new Error(JSON.stringify(made));
    const row = await findVisibleFollowUp(world.db, officer.actor, made.ref);
    if (!row) throw new Error('It is not seen.');
    expect((await assigneesOf(officer, row)).map((one) => one.ref)).toEqual([officer.actor.ref]);
    for (const context of [colleague, outsider])
      await expect(showFollowUp(context, made.ref)).rejects.toThrow();
    await setObjectiveLevel(objective, 'sealed');
    expect((await showFollowUp(officer, made.ref)).title).toBe('Write to the heron');
    const { title, level } = await world.db
      .selectFrom('follow_up')
      .select(['title', 'level'])
      .where('ref', '=', made.ref)
      .executeTakeFirstOrThrow();
    expect([level, title.includes('heron')]).toEqual([3, false]);
    await setLevel(meeting, 'internal');
    await setObjectiveLevel(objective, 'internal');
    expect((await showFollowUp(outsider, made.ref)).title).toBe('Write to the heron');
  });
});
