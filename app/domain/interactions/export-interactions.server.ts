import { setImmediate as othersTurn } from 'node:timers/promises';
import { listFilteredPlaces } from '#db/queries/interaction-list.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { linesOf, type InteractionLine } from './list-interactions.server.ts';
import { readListQuestion, type ListWords } from './read-list-question.server.ts';

const PAGE = 500;

export type ExportedRow = Record<string, string | number>;

/**
 * The rows of the filtered list, all of them, page by page so that other requests are answered in between. That they
 * were exported, with which filter and how many, is recorded when the last has been read, or the reader went away.
 */
export async function exportInteractions(
  context: Context,
  words: ListWords,
): Promise<AsyncIterable<ExportedRow>> {
  const { filter } = await readListQuestion(context, words);
  return rowsOf(context, words, filter);
}

async function* rowsOf(
  context: Context,
  words: ListWords,
  filter: Awaited<ReturnType<typeof readListQuestion>>['filter'],
): AsyncGenerator<ExportedRow> {
  let count = 0;
  let before: { on: string; id: number } | undefined;
  try {
    for (;;) {
      const places = await listFilteredPlaces(context.db, context.actor, filter, {
        limit: PAGE,
        ...(before ? { before } : {}),
      });
      const ids = places.map(({ id }) => id);
      for (const line of await linesOf(context, ids)) {
        count += 1;
        yield rowOf(line);
      }
      before = places.at(-1);
      if (places.length < PAGE) return;
      await othersTurn();
    }
  } finally {
    await recordOpening(context, {
      action: 'interactions.exported',
      noun: 'interaction',
      id: null,
      ref: null,
      changes: {
        filter: [null, Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''))],
        rows: [null, count],
      },
    });
  }
}

function rowOf(line: InteractionLine): ExportedRow {
  return {
    ref: line.ref,
    date: line.on,
    state: line.state,
    kind: line.kind,
    summary: line.summary ?? 'Sealed record',
    sensitivity: line.level,
    partners: line.partners.flatMap((partner) => partner.organisation?.name ?? []).join('; '),
    people: line.partners.flatMap((partner) => partner.people).join('; '),
    countries: line.countries.map((country) => country.iso3).join('; '),
    work_areas: line.areas.map((area) => area.label).join('; '),
    advice: line.advice,
    commitments: line.commitments,
    follow_ups: line.followUps,
  };
}
