import { giveAdvice } from '#app/domain/advice/give-advice.server.ts';
import { createFollowUp } from '#app/domain/follow-ups/create-follow-up.server.ts';
import { startFollowUp } from '#app/domain/follow-ups/start-follow-up.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { today } from '#app/domain/kernel/context.ts';
import { moveObjective } from '#app/domain/objectives/move-objective.server.ts';
import { observeStance } from '#app/domain/objectives/observe-stance.server.ts';
import { LEVELS } from '#db/levels.ts';
import { adviceForm } from '../advice.ts';
import { attached } from '../attach.ts';
import { moveForm, objectiveSet, stanceForm } from '../objectives.ts';
import { logged, meetingForm } from '../world.ts';
import type { Draw } from './random-records.ts';

/** Objectives of every level, moved and judged in meetings of every level, and named in some of those. */
export async function setRandomObjectives(
  draw: Draw,
  contexts: Context[],
  organisations: { ref: string }[],
  people: { ref: string; context: Context }[],
): Promise<void> {
  for (let index = 0; index < 9; index += 1) {
    const context = draw.one(contexts);
    const level = draw.one(LEVELS);
    const country = draw.one(['TGO', 'BEN', 'PER', 'GHA']);
    const ref = await objectiveSet(context, {
      title: `Secret aim ${index} of level ${level}`,
      country,
      stage: draw.one(['opcat.exploring', 'opcat.bill', 'treaty.ratified', 'training.need']),
      instrument: '',
      ...(draw.chance(30) ? { stage: 'treaty.signed', instrument: 'CED' } : {}),
      since: addDays(today(context), -draw.below(300) - 10),
      owner: draw.one(contexts).actor.ref,
      target: draw.chance(50) ? addDays(today(context), draw.below(200)) : '',
      nextStep: draw.chance(50) ? `Secret step ${index}` : '',
      sensitivity: level,
      readers: draw.some(contexts, 25).map((one) => one.actor.ref),
    }).catch(() => undefined);
    if (ref === undefined) continue;
    const meeting = await logged(
      context,
      meetingForm(context, [{ organisation: draw.one(organisations).ref }], {
        summary: `Meeting on aim ${index}`,
        sensitivity: draw.one(LEVELS),
        countries: [country],
        countriesChosen: 'yes',
        objectives: [ref],
      }),
    );
    for (const from of ['opcat.exploring', 'opcat.bill']) {
      const move = moveForm(context, {
        from,
        stage: from === 'opcat.bill' ? 'opcat.ratified' : 'opcat.commitment',
        note: `Secret note ${index}`,
        ...(draw.chance(60) ? { evidence: 'interaction' as const, interaction: meeting } : {}),
      });
      // not where it stands: nothing moves
      await moveObjective(context, ref, move).catch(() => undefined);
    }
    await bringEvidence(context, ref, level === 'sealed');
    await serveBoth(draw, context, { meeting, objective: ref }, draw.one(organisations).ref);
    const own = people.filter((one) => one.context === context);
    for (const partner of [
      `organisation:${draw.one(organisations).ref}`,
      ...own.map((one) => `person:${one.ref}`),
    ]) {
      if (!draw.chance(50)) continue;
      const stance = draw.one(['for', 'against', 'unknown']);
      const rest = { stance, note: `Secret word ${index}`, interaction: draw.chance(50) ? meeting : '' };
      await observeStance(context, ref, stanceForm(context, partner, rest));
    }
  }
}

/** What was born in a meeting of one level and serves an objective of another. */
async function serveBoth(
  draw: Draw,
  context: Context,
  of: { meeting: string; objective: string },
  organisation: string,
): Promise<void> {
  const parents = { interaction: of.meeting, objective: of.objective };
  const recipients = [`organisation:${organisation}`];
  const text = `Secret advice towards ${of.objective}`;
  const given = await giveAdvice(context, adviceForm(context, { ...parents, text, recipients }));
  if (given.outcome !== 'saved') throw new Error(`The advice was not saved: ${JSON.stringify(given)}`);
  const { form } = await startFollowUp(context, of.meeting, of.objective);
  const made = await createFollowUp(context, { ...form, title: `Secret task towards ${of.objective}` });
  if (made.outcome !== 'saved') throw new Error(`The task was not saved: ${JSON.stringify(made)}`);
  if (!draw.chance(50)) return;
  const advice = await context.db
    .selectFrom('advice')
    .select('level')
    .where('ref', '=', given.ref)
    .executeTakeFirstOrThrow();
  const step = await context.db
    .selectFrom('advice_step')
    .innerJoin('advice', 'advice.id', 'advice_step.advice_id')
    .select('advice_step.ref')
    .where('advice.ref', '=', given.ref)
    .executeTakeFirstOrThrow();
  const document = {
    name: `answer on ${of.objective}.txt`,
    bytes: 'Published in the gazette',
    sealed: advice.level === 3,
  };
  await attached(context, { kind: 'advice_step', ref: step.ref }, document);
}

/** A document beside the move with which it began. */
async function bringEvidence(context: Context, ref: string, sealed: boolean): Promise<void> {
  const move = await context.db
    .selectFrom('objective_move')
    .innerJoin('objective', 'objective.id', 'objective_move.objective_id')
    .select('objective_move.ref')
    .where('objective.ref', '=', ref)
    .orderBy('objective_move.id')
    .executeTakeFirstOrThrow();
  const document = { name: `decree on ${ref}.txt`, bytes: 'Published in the gazette', sealed };
  await attached(context, { kind: 'objective_move', ref: move.ref }, document);
}
