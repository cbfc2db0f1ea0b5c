import { setImmediate as othersTurn } from 'node:timers/promises';
import { listObjectives, type ObjectiveRow } from '#db/queries/objective-list.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { glanceObjectives, type ObjectiveGlance } from './glance-objectives.server.ts';
import { readObjectiveQuestion, type ObjectiveQuestion } from './read-question.server.ts';

const PAGE = 500;

export type ExportedObjective = Record<string, string | number>;

/** The rows of the filtered table, all of them. That they were exported, and how many, is recorded at the end. */
export async function exportObjectives(
  context: Context,
  words: ObjectiveQuestion,
): Promise<AsyncIterable<ExportedObjective>> {
  return rowsOf(context, words, await readObjectiveQuestion(context, words));
}

async function* rowsOf(
  context: Context,
  words: ObjectiveQuestion,
  { filter, sort }: Awaited<ReturnType<typeof readObjectiveQuestion>>,
): AsyncGenerator<ExportedObjective> {
  let count = 0;
  let after: ObjectiveRow | undefined;
  try {
    for (;;) {
      const rows = await listObjectives(context.db, context.actor, filter, { sort, after, limit: PAGE });
      for (const one of await glanceObjectives(context, rows)) {
        count += 1;
        yield rowOf(one);
      }
      after = rows.at(-1);
      if (rows.length < PAGE) return;
      await othersTurn();
    }
  } finally {
    await recordOpening(context, {
      action: 'objectives.exported',
      noun: 'objective',
      id: null,
      ref: null,
      changes: {
        filter: [null, Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''))],
        rows: [null, count],
      },
    });
  }
}

function rowOf(one: ObjectiveGlance): ExportedObjective {
  return {
    ref: one.ref,
    objective: one.level === 'sealed' ? 'Sealed record' : one.title,
    country: one.country.iso3,
    work_area: one.area?.label ?? '',
    instrument: one.instrument ?? '',
    track: one.track,
    stage: one.stageLabel,
    moved_on: one.movedOn,
    days_without_a_move: one.stalled ?? '',
    target: one.targetOn ?? '',
    owner: one.owner,
    next_step: one.nextStep,
    sensitivity: one.level,
  };
}
