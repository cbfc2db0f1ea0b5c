import { countByStage, listBoard } from '#db/queries/objective-list.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import type { Context } from '../kernel/context.ts';
import { labelOf } from '../reference/reference.server.ts';
import { readingOf } from '../reference/labels.server.ts';
import { glanceObjectives } from './glance-objectives.server.ts';
import { readObjectiveQuestion, type ObjectiveQuestion } from './read-question.server.ts';

/** Cards a column; the table has the rest. */
const PER_STAGE = 40;

/** The board of one set of stages, the first where none is named: a column for each stage. Throws BadRequest. */
export async function showBoard(context: Context, words: ObjectiveQuestion) {
  const { db, actor, reference } = context;
  const { filter, track, active, choices } = await readObjectiveQuestion(context, words);
  const chosen = track ?? reference.terms('objective_track')[0];
  if (!chosen) throw new Error('The reference data has no objective_track.');
  const stages = reference.stagesOf(chosen.id);
  const asked = { ...filter, trackId: chosen.id };
  const ids = stages.map(({ id }) => id);
  const cards = await glanceObjectives(context, await listBoard(db, actor, asked, ids, PER_STAGE));
  const counts = await countByStage(db, actor, asked);
  return {
    view: 'board' as const,
    track: { code: chosen.code, label: labelOf(chosen.labels, actor.language) },
    stages: stages.map((stage) => ({
      code: stage.code,
      label: labelOf(stage.labels, actor.language),
      hint: labelOf(stage.hints, actor.language),
      meaning: stage.meaning ?? 'open',
      count: counts.get(stage.id) ?? 0,
    })),
    cards,
    active,
    choices,
    mayLog: mayLogInteraction(actor),
    reading: readingOf(context),
  };
}

export type ObjectiveBoard = Awaited<ReturnType<typeof showBoard>>;
export type BoardStage = ObjectiveBoard['stages'][number];
