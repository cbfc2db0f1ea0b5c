import { setImmediate as othersTurn } from 'node:timers/promises';
import {
  findRecommendationPlace,
  type RecommendationFilter,
  type RecommendationPlace,
} from '#db/queries/recommendation-list.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import {
  readRecommendationQuestion,
  recommendationsAt,
  type RecommendationGlance,
  type RecommendationQuestion,
} from './list-recommendations.server.ts';

const PAGE = 200;

/** The rows of the filtered register, page by page; that they were exported is recorded when the last has been read. */
export async function exportRecommendations(
  context: Context,
  question: RecommendationQuestion,
): Promise<AsyncIterable<Record<string, string | number>>> {
  return rowsOf(context, question, (await readRecommendationQuestion(context, question)).filter);
}

async function* rowsOf(
  context: Context,
  question: RecommendationQuestion,
  filter: RecommendationFilter,
): AsyncGenerator<Record<string, string | number>> {
  let count = 0;
  let after: RecommendationPlace | undefined;
  try {
    for (;;) {
      const rows = await recommendationsAt(context, filter, { after, limit: PAGE });
      for (const one of rows) {
        count += 1;
        yield rowOf(one);
      }
      const last = rows.at(-1);
      if (rows.length < PAGE || !last) return;
      after = await findRecommendationPlace(context.db, last.ref);
      await othersTurn();
    }
  } finally {
    const asked = Object.entries(question).filter(([, value]) => value !== '');
    await recordOpening(context, {
      action: 'recommendations.exported',
      noun: 'recommendation',
      id: null,
      ref: null,
      changes: { filter: [null, Object.fromEntries(asked)], rows: [null, count] },
    });
  }
}

function rowOf(one: RecommendationGlance): Record<string, string | number> {
  return {
    ref: one.ref,
    country: one.country.iso3,
    review: one.review.title,
    review_on: one.review.startsOn ?? 'unknown',
    number: one.number ?? '',
    recommendation: one.text,
    by: one.by?.iso3 ?? '',
    work_areas: one.areas.map(({ label }) => label).join('; '),
    instrument: one.instrument
      ? [one.instrument.code, one.instrument.provision].filter(Boolean).join(' ')
      : '',
    answer: one.response,
    answered_on: one.responseOn ?? '',
    pushed_by: one.pushes,
  };
}
