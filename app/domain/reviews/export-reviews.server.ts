import { setImmediate as othersTurn } from 'node:timers/promises';
import { listReviewsBy, type ReviewFilter, type ReviewPlace } from '#db/queries/review-list.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { bodiesById } from './bodies.server.ts';
import { glanceReviews, type ReviewGlance } from './glance-reviews.server.ts';
import { readReviewQuestion, type ReviewQuestion } from './read-review-question.server.ts';

const PAGE = 200;

/** The rows of the filtered register, page by page; that they were exported is recorded when the last has been read. */
export async function exportReviews(
  context: Context,
  question: ReviewQuestion,
): Promise<AsyncIterable<Record<string, string | number>>> {
  const { filter, sort } = readReviewQuestion(context, await bodiesById(context), question);
  return rowsOf(context, question, filter, sort === 'date_desc');
}

async function* rowsOf(
  context: Context,
  question: ReviewQuestion,
  filter: ReviewFilter,
  latestFirst: boolean,
): AsyncGenerator<Record<string, string | number>> {
  let count = 0;
  let after: ReviewPlace | undefined;
  try {
    for (;;) {
      const rows = await listReviewsBy(context.db, filter, { after, latestFirst, limit: PAGE });
      for (const review of await glanceReviews(context, rows)) {
        count += 1;
        yield rowOf(review);
      }
      const last = rows.at(-1);
      if (rows.length < PAGE || !last) return;
      after = { on: last.starts_on, id: last.id };
      await othersTurn();
    }
  } finally {
    const asked = Object.entries(question).filter(([, value]) => value !== '');
    await recordOpening(context, {
      action: 'reviews.exported',
      noun: 'review',
      id: null,
      ref: null,
      changes: { filter: [null, Object.fromEntries(asked)], rows: [null, count] },
    });
  }
}

function rowOf(review: ReviewGlance): Record<string, string | number> {
  return {
    ref: review.ref,
    country: review.country.iso3,
    body: review.body.code,
    title: review.title,
    starts_on: review.startsOn ?? 'unknown',
    ends_on: review.endsOn ?? '',
    state: review.state,
    source: review.source ?? '',
    as_of: review.asOf ?? 'unknown',
    next_deadline: review.next?.title ?? '',
    next_deadline_on: review.next?.dueOn ?? '',
    open_deadlines: review.openDeadlines,
    recommendations: review.recommendations,
  };
}
