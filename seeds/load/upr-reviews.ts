import type { CommitContext, Work } from '#app/domain/kernel/commit.server.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { lastDayOf } from '#app/domain/reviews/review-dates.ts';
import { listBodyIds, type Difference } from '#db/queries/reference-rows.ts';
import {
  insertUprReviews,
  listUprCalendar,
  updateUprReview,
  type UprCalendarRow,
} from '#db/queries/upr-calendar.ts';
import type { ReviewState } from '#db/schema/reviews.ts';

/**
 * Makes a review of every row of the calendar once, and afterwards follows the calendar where it has a date. What
 * colleagues added (deadlines, recommendations, notes, a date where the calendar has none) stays.
 */
export async function followUprCalendar({ trx, context }: Work<CommitContext>): Promise<Difference> {
  const bodyId = (await listBodyIds(trx)).get('UPR');
  if (bodyId === undefined) throw new Error('The body UPR is missing: bodies.csv comes first.');
  const at = context.now.toISOString();
  const today = at.slice(0, 10);
  const rows = await listUprCalendar(trx);
  const missing = rows.filter((row) => row.review_id === null);
  await insertUprReviews(
    trx,
    missing.map((row) => ({
      ref: makeRef(context.random),
      country_id: row.country_id,
      body_id: bodyId,
      upr_review_id: row.id,
      ...factsOf(row, today),
      created_at: at,
      updated_at: at,
    })),
  );
  let changed = 0;
  for (const row of rows) {
    if (row.review_id === null) continue;
    const facts = factsOf(row, today);
    const same =
      facts.title === row.review_title &&
      facts.starts_on === row.review_starts_on &&
      facts.ends_on === row.review_ends_on &&
      facts.state === row.review_state &&
      facts.source === row.review_source;
    if (same) continue;
    changed += 1;
    await updateUprReview(trx, row.review_id, { ...facts, updated_at: at });
  }
  return { added: missing.length, changed };
}

function factsOf(row: UprCalendarRow, today: string) {
  const dated = row.starts_on !== null;
  const known = row.review_id !== null;
  const starts_on = dated ? row.starts_on : known ? row.review_starts_on : expectedAround(row.notes);
  const ends_on = dated ? row.ends_on : known ? row.review_ends_on : null;
  return {
    title: titleOf(row),
    starts_on,
    ends_on,
    state: stateOf(row, dated ? (ends_on ?? starts_on) : null, today),
    source: row.source,
  };
}

/** A date says whether the session is over; whoever cancelled it, or said that an undated one was held, is believed. */
function stateOf(row: UprCalendarRow, ends: string | null, today: string): ReviewState {
  const known = row.review_state ?? 'expected';
  if (known === 'cancelled' || ends === null) return known;
  return lastDayOf(ends) < today ? 'held' : 'expected';
}

function titleOf({ cycle, session }: UprCalendarRow): string {
  const place = session === null ? 'session unknown' : `session ${session}`;
  return `Universal periodic review, cycle ${cycle}, ${place}`;
}

/** "Expected around 2026-11." is all that the calendar knows of sessions that are not dated yet. */
function expectedAround(notes: string | null): string | null {
  return /Expected around (\d{4}-\d{2})\b/.exec(notes ?? '')?.[1] ?? null;
}
