import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import { giveAdvice } from '#app/domain/advice/give-advice.server.ts';
import { showAdvice } from '#app/domain/advice/show-advice.server.ts';
import { archiveAttachment } from '#app/domain/attachments/archive-attachment.server.ts';
import { listAttachments } from '#app/domain/attachments/list-attachments.server.ts';
import { openAttachment } from '#app/domain/attachments/open-attachment.server.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { blankAdvice } from '#app/domain/interactions/form.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { editObjective } from '#app/domain/objectives/edit-objective.server.ts';
import { moveObjective } from '#app/domain/objectives/move-objective.server.ts';
import { showObjective } from '#app/domain/objectives/show-objective.server.ts';
import { takeBackMove } from '#app/domain/objectives/take-back-move.server.ts';
import { openObjectiveForm } from '#app/domain/objectives/start-objective.server.ts';
import type { Level } from '#db/levels.ts';
import { writeObjectiveAudience } from '#db/objective-audience.ts';
import { adviceForm } from '#tests/advice.ts';
import { attach, attached } from '#tests/attach.ts';
import { everyRow, expectNothing, recordedBy } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { moveForm, objectiveSet } from '#tests/objectives.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

describeOnBoth('what a file hangs on', (open) => {
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

  const records = (act: () => Promise<unknown>) => recordedBy(world.db, act);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(world.db, end, act);
  const contentOf = async (context: Context, ref: string) =>
    buffer((await openAttachment(context, ref)).content);
  const rowOf = (ref: string) =>
    world.db
      .selectFrom('attachment')
      .innerJoin('stored_file', 'stored_file.id', 'attachment.file_id')
      .select(['stored_file.sealed', 'attachment.level'])
      .where('attachment.ref', '=', ref)
      .executeTakeFirstOrThrow();

  async function setLevel(ref: string, sensitivity: Level): Promise<void> {
    const form = await formOfInteraction(officer, await readInteraction(officer, ref), `to ${sensitivity}`);
    const parsed = parseInteraction({ ...form, sensitivity });
    if (!parsed.ok) throw new Error('refused');
    expect(await editInteraction(officer, ref, parsed.input)).toMatchObject({ outcome: 'saved' });
  }

  it('hangs on a step of advice and on a move of an objective, with their readers', async () => {
    const advised = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], {
        sensitivity: 'restricted',
        advice: [{ ...blankAdvice(), text: 'Publish the list' }],
      }),
    );
    const step = await world.db
      .selectFrom('advice_step')
      .innerJoin('advice', 'advice.id', 'advice_step.advice_id')
      .innerJoin('interaction', 'interaction.id', 'advice.interaction_id')
      .select(['advice_step.id', 'advice_step.ref'])
      .where('interaction.ref', '=', advised)
      .executeTakeFirstOrThrow();
    const move = await objectiveMove();
    for (const { kind, id, ref } of [{ kind: 'advice_step' as const, ...step }, move]) {
      await nothing('NotFound', () => attach(colleague, { kind, ref }));
      const file = await attached(officer, { kind, ref }, { name: 'a.txt', bytes: `On ${kind}` });
      await nothing('NotFound', () => openAttachment(colleague, file));
      expect((await contentOf(officer, file)).toString()).toBe(`On ${kind}`);
      const list = async (context: Context) =>
        (await listAttachments(context, kind, [id])).get(id)?.map((one) => one.ref);
      expect([await list(officer), await list(colleague)]).toEqual([[file], []]);
      expect(await records(() => archiveAttachment(officer, file, '1'))).toEqual(['attachment.archived']);
    }
    const onStep = await attached(
      officer,
      { kind: 'advice_step', ref: step.ref },
      { bytes: 'x', name: 'x.txt' },
    );
    await setLevel(advised, 'sealed');
    expect(await rowOf(onStep)).toMatchObject({ sealed: 1, level: 3 });
    await setLevel(advised, 'internal');
    expect((await contentOf(outsider, onStep)).toString()).toBe('x');
    await world.db.updateTable('objective').set({ level: 0 }).where('id', '=', move.objectiveId).execute();
    await world.db.transaction().execute((trx) => writeObjectiveAudience(trx, move.objectiveId));
    expect((await listAttachments(outsider, 'objective_move', [move.id])).get(move.id)).toHaveLength(1);
  });

  it('is encrypted on a move, and on advice given towards it alone, once the objective is sealed', async () => {
    const ref = await objectiveSet(officer);
    const given = await giveAdvice(
      officer,
      adviceForm(officer, {
        text: 'Ask for the heron',
        recipients: [`organisation:${world.ministry.ref}`],
        objective: ref,
      }),
    );
    if (given.outcome !== 'saved') throw new Error(JSON.stringify(given));
    const move = await world.db
      .selectFrom('objective_move')
      .innerJoin('objective', 'objective.id', 'objective_move.objective_id')
      .select('objective_move.ref')
      .where('objective.ref', '=', ref)
      .executeTakeFirstOrThrow();
    const step = await world.db
      .selectFrom('advice_step')
      .innerJoin('advice', 'advice.id', 'advice_step.advice_id')
      .select('advice_step.ref')
      .where('advice.ref', '=', given.ref)
      .executeTakeFirstOrThrow();
    const files = [
      await attached(
        officer,
        { kind: 'objective_move', ref: move.ref },
        { name: 'heron.txt', bytes: 'A heron' },
      ),
      await attached(
        officer,
        { kind: 'advice_step', ref: step.ref },
        { name: 'heron.txt', note: 'heron', bytes: 'More' },
      ),
    ];
    const seal = async (sensitivity: Level) => {
      const { form } = await openObjectiveForm(officer, ref);
      const input = { form: { ...form, sensitivity }, base: form, choices: {} };
      expect(await editObjective(officer, ref, input)).toMatchObject({ outcome: 'saved' });
    };
    const shown = async (context: Context) => {
      const onMoves = (await showObjective(context, ref)).moves[0]?.files;
      const onSteps = (await showAdvice(context, given.ref)).steps[0]?.files;
      return [onMoves, onSteps].map((view) => [view?.files.map((one) => one.ref), view?.key !== undefined]);
    };
    expect(await shown(officer)).toEqual(files.map((file) => [[file], true]));
    expect(await shown(outsider)).toEqual(files.map((file) => [[file], false]));
    expect((await showObjective(officer, ref)).history[0]).toMatchObject({ action: 'attachment.added' });
    expect((await showAdvice(officer, given.ref)).history[0]).toMatchObject({ action: 'attachment.added' });
    await seal('sealed');
    for (const file of files) expect(await rowOf(file)).toMatchObject({ sealed: 1, level: 3 });
    expect(await everyRow(world.db)).not.toMatch(/heron/i);
    await nothing('NotFound', () => openAttachment(outsider, files[0] ?? ''));
    await nothing('NotFound', () => showAdvice(outsider, given.ref));
    expect((await contentOf(officer, files[0] ?? '')).toString()).toBe('A heron');
    expect(await showAdvice(officer, given.ref)).toMatchObject({
      text: 'Ask for the heron',
      level: 'sealed',
    });
    await seal('internal');
    for (const file of files) expect(await rowOf(file)).toMatchObject({ sealed: 0, level: 0 });
    expect((await contentOf(outsider, files[0] ?? '')).toString()).toBe('A heron');
    expect((await showAdvice(outsider, given.ref)).text).toBe('Ask for the heron');
  });

  it('goes with a move that is taken back', async () => {
    const ref = await objectiveSet(officer);
    const moved = await moveObjective(
      officer,
      ref,
      moveForm(officer, { evidence: 'document', link: 'A letter' }),
    );
    const move = moved.outcome === 'refused' ? '' : moved.move;
    const on = { kind: 'objective_move', ref: move } as const;
    const file = await attached(officer, on, { name: 'letter.txt', bytes: 'Dear minister' });
    expect((await showObjective(officer, ref)).moves[0]?.files?.files).toMatchObject([{ ref: file }]);
    await takeBackMove(officer, ref, move);
    await nothing('NotFound', () => openAttachment(officer, file));
    await nothing('Conflict', () => attach(officer, on, { name: 'b.txt', bytes: 'Too late' }));
  });

  /** A move of a restricted objective of the officer. */
  async function objectiveMove() {
    const { db } = world;
    const [term] = await db.selectFrom('term').select('id').where('vocabulary', '=', 'work_area').execute();
    const country = officer.reference.findCountry('TGO')?.id ?? 0;
    const at = officer.now.toISOString();
    const who = { author_id: officer.actor.accountId, created_at: at };
    const stage = term?.id ?? 0;
    const { id } = await db
      .insertInto('objective')
      .values({
        ...{
          ref: 'objective1',
          title: 'Designate',
          country_id: country,
          work_area_id: stage,
          track_id: stage,
        },
        ...{ stage_id: stage, meaning: 'open', moved_on: '2026-01-01', owner_id: officer.actor.accountId },
        ...{ level: 2, owning_team_id: world.teams.africa, updated_at: at, ...who },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const move = await db
      .insertInto('objective_move')
      .values({
        ...{ ref: 'm0ve000001', objective_id: id, stage_id: stage, occurred_on: '2026-01-01' },
        ...{ evidence: 'document', ...who },
      })
      .returning(['id', 'ref'])
      .executeTakeFirstOrThrow();
    await db.transaction().execute((trx) => writeObjectiveAudience(trx, id));
    return { kind: 'objective_move' as const, objectiveId: id, ...move };
  }
});
