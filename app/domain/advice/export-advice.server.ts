import { setImmediate as othersTurn } from 'node:timers/promises';
import { listAdvice, type AdviceFilter } from '#db/queries/advice-list.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { glanceAdvice, type AdviceGlance } from './glance-advice.server.ts';
import { readAdviceQuestion, type AdviceWords } from './read-advice-question.server.ts';

const PAGE = 500;

export type ExportedAdvice = Record<string, string>;

/**
 * The rows of the filtered register, all of them, page by page so that other requests are answered in between. That they
 * were exported, with which filter and how many, is recorded when the last has been read, or the reader went away.
 */
export async function exportAdvice(
  context: Context,
  words: AdviceWords,
): Promise<AsyncIterable<ExportedAdvice>> {
  const { filter } = await readAdviceQuestion(context, words);
  return rowsOf(context, words, filter);
}

async function* rowsOf(
  context: Context,
  words: AdviceWords,
  filter: AdviceFilter,
): AsyncGenerator<ExportedAdvice> {
  let count = 0;
  let before: { on: string; id: number } | undefined;
  try {
    for (;;) {
      const page = { limit: PAGE, ...(before ? { before } : {}) };
      const rows = await listAdvice(context.db, context.actor, filter, page);
      const authors = await listAccountNames(
        context.db,
        rows.map(({ author_id }) => author_id),
      );
      const names = new Map(authors.map(({ id, name }) => [id, name]));
      for (const [place, one] of (await glanceAdvice(context, rows, 2_000)).entries()) {
        count += 1;
        yield rowOf(one, names.get(rows[place]?.author_id ?? 0) ?? '');
      }
      const last = rows.at(-1);
      before = last && { on: last.given_on, id: last.id };
      if (rows.length < PAGE) return;
      await othersTurn();
    }
  } finally {
    await recordOpening(context, {
      action: 'advice.exported',
      noun: 'advice',
      id: null,
      ref: null,
      changes: {
        filter: [null, Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''))],
        rows: [null, count],
      },
    });
  }
}

function rowOf(one: AdviceGlance, author: string): ExportedAdvice {
  return {
    ref: one.ref,
    given: one.on,
    advice: one.level === 'sealed' ? 'Sealed record' : one.text,
    kind: one.topic,
    recipients: one.recipients.map(({ name }) => name).join('; '),
    instrument: one.instrument?.label ?? '',
    countries: one.countries.join('; '),
    work_areas: one.areas.map(({ label }) => label).join('; '),
    status: one.status,
    since: one.since,
    sensitivity: one.level,
    author,
  };
}
