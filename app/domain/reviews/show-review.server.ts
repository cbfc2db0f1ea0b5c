import { listHistory } from '#db/queries/audit.ts';
import { countRecommendationsByResponse } from '#db/queries/recommendation-list.ts';
import { listDeadlines } from '#db/queries/review-deadlines.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import { tellHistory } from '../interactions/read-history.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { recommendationsAt } from '../recommendations/list-recommendations.server.ts';
import { countryLabel, readingOf, spokenCode } from '../reference/labels.server.ts';
import { bodiesById } from './bodies.server.ts';
import { findAnyReview } from './find-open-review.server.ts';
import { glanceDeadlines } from './glance-deadlines.ts';
import { mayKeepReviews } from './policy.ts';
import { standingOf } from './review-dates.ts';

const MOST_SHOWN = 40;

/** A review: where it stands, our deadlines before it, and what came of it. Throws NotFound. */
export async function showReview(context: Context, ref: string) {
  const { db, actor, reference } = context;
  const row = await findAnyReview(context, ref);
  const body = (await bodiesById(context)).get(row.body_id);
  const names = await listAccountNames(
    db,
    [row.owner_id, row.author_id].filter((id) => id !== null),
  );
  const nameOf = (id: number | null) => names.find((one) => one.id === id)?.name ?? null;
  const dated = { state: row.state, startsOn: row.starts_on, endsOn: row.ends_on };
  const of = { reviewId: row.id };
  return {
    ref,
    title: row.title,
    country: countryLabel(context, row.country_id),
    body: { code: body?.code ?? '', short: body?.short ?? '', name: body?.name ?? '' },
    instrument: row.instrument_id === null ? null : instrumentOf(context, row.instrument_id),
    ...dated,
    standing: standingOf(dated, today(context)),
    source: row.source,
    asOf: row.as_of,
    confidence: row.upr_confidence,
    fromCalendar: row.upr_review_id !== null,
    notes: row.notes,
    calendarNotes: row.upr_notes,
    owner: nameOf(row.owner_id),
    author: nameOf(row.author_id),
    archivedAt: row.archived_at,
    deadlines: glanceDeadlines(await listDeadlines(db, [row.id]), row.starts_on, today(context)),
    responses: await countRecommendationsByResponse(db, actor, of),
    recommendations: await recommendationsAt(context, of, { limit: MOST_SHOWN }),
    history: await tellHistory(context, await listHistory(db, 'review', [row.id], 60)),
    mayKeep: mayKeepReviews(actor) && row.archived_at === null,
    mayRestore: mayKeepReviews(actor) && row.archived_at !== null,
    today: today(context),
    reading: readingOf(context),
    hasRules: reference.terms('deadline_kind').length > 0,
  };
}

export type ReviewView = Awaited<ReturnType<typeof showReview>>;

function instrumentOf({ reference }: Context, id: number) {
  const { code } = reference.instrumentById(id);
  return { code, spoken: spokenCode(code) };
}
