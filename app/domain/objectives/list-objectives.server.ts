import { listObjectives } from '#db/queries/objective-list.ts';
import { findVisibleObjective } from '#db/queries/objective-reads.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import type { Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { readingOf } from '../reference/labels.server.ts';
import { glanceObjectives } from './glance-objectives.server.ts';
import { readObjectiveQuestion, type ObjectiveQuestion } from './read-question.server.ts';

const PAGE = 50;

/** The table twin of the board: over one set of stages or over all. Throws BadRequest. */
export async function listObjectivesPage(context: Context, words: ObjectiveQuestion) {
  const { filter, track, active, sort, choices } = await readObjectiveQuestion(context, words);
  const after = words.after === '' ? undefined : await placeOf(context, words.after);
  const rows = await listObjectives(context.db, context.actor, filter, { sort, after, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  return {
    view: 'table' as const,
    objectives: await glanceObjectives(context, shown),
    track: track?.code ?? '',
    active,
    sort,
    choices,
    next: rows.length > PAGE ? (shown.at(-1)?.ref ?? null) : null,
    turned: after !== undefined,
    mayLog: mayLogInteraction(context.actor),
    reading: readingOf(context),
  };
}

export type ObjectiveTable = Awaited<ReturnType<typeof listObjectivesPage>>;

/** A hidden objective is no place in the list, like one that is not there. */
async function placeOf({ db, actor }: Context, ref: string) {
  const row = isRef(ref) ? await findVisibleObjective(db, actor, ref) : undefined;
  if (!row) throw new BadRequest('This is no place in a list.');
  return row;
}
