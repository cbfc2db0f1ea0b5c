import { listDeadlinesOf } from '#db/queries/review-deadlines.ts';
import { today, type Context } from '../kernel/context.ts';
import { addDays } from '../kernel/fields.ts';
import { countryLabel } from '../reference/labels.server.ts';

const AHEAD = 30;
const MOST = 8;

/** The reader's own deadlines before reviews: those that are late, and those of the coming month. */
export async function myDeadlines(context: Context) {
  const { db, actor } = context;
  const rows = await listDeadlinesOf(db, actor.accountId, addDays(today(context), AHEAD), MOST);
  return rows.map((row) => ({
    ref: row.ref,
    title: row.title,
    dueOn: row.due_on,
    review: { ref: row.review_ref, title: row.review_title },
    country: countryLabel(context, row.country_id).name,
  }));
}

export type MyDeadlines = Awaited<ReturnType<typeof myDeadlines>>;
