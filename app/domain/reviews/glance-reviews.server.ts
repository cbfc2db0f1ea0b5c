import type { ReviewRow } from '#db/queries/review-list.ts';
import { listDeadlines } from '#db/queries/review-deadlines.ts';
import { countResponsesOf } from '#db/queries/recommendation-list.ts';
import type { ReviewState } from '#db/schema/reviews.ts';
import { today, type Context } from '../kernel/context.ts';
import { countryLabel, type CountryLabel } from '../reference/labels.server.ts';
import { bodiesById, type Body } from './bodies.server.ts';
import { standingOf, type ReviewStanding } from './review-dates.ts';

/** A review in a list. */
export interface ReviewGlance {
  ref: string;
  title: string;
  country: CountryLabel;
  body: { code: string; short: string; name: string };
  startsOn: string | null;
  endsOn: string | null;
  state: ReviewState;
  standing: ReviewStanding;
  source: string | null;
  asOf: string | null;
  /** The open deadline of ours that falls due first. */
  next: { title: string; dueOn: string } | null;
  openDeadlines: number;
  recommendations: number;
}

export async function glanceReviews(
  context: Context,
  rows: readonly ReviewRow[],
  bodies?: Map<number, Body>,
): Promise<ReviewGlance[]> {
  if (rows.length === 0) return [];
  const known = bodies ?? (await bodiesById(context));
  const ids = rows.map(({ id }) => id);
  const open = (await listDeadlines(context.db, ids)).filter((one) => one.done_on === null);
  const counts = await countResponsesOf(context.db, ids);
  return rows.map((row) => {
    const body = known.get(row.body_id);
    const deadlines = open.filter((one) => one.review_id === row.id);
    const [next] = deadlines;
    const dated = { state: row.state, startsOn: row.starts_on, endsOn: row.ends_on };
    return {
      ref: row.ref,
      title: row.title,
      country: countryLabel(context, row.country_id),
      body: { code: body?.code ?? '', short: body?.short ?? '', name: body?.name ?? '' },
      ...dated,
      standing: standingOf(dated, today(context)),
      source: row.source,
      asOf: row.as_of,
      next: next ? { title: next.title, dueOn: next.due_on } : null,
      openDeadlines: deadlines.length,
      recommendations: counts
        .filter((one) => one.review_id === row.id)
        .reduce((sum, one) => sum + one.count, 0),
    };
  });
}
