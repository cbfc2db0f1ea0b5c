import { listAdviceCounts, type AdviceCount } from '#db/queries/country-counts.ts';
import { today, type Context } from '../kernel/context.ts';
import { addDays } from '../kernel/fields.ts';
import { labelOf } from '../reference/reference.server.ts';
import { endOfMonth, monthBefore } from './quarters.ts';

/** What came of the advice given on a country since the year before last: how many stand where. */
export async function countryAdvice(context: Context, countryId: number) {
  const { db, actor, reference } = context;
  const day = today(context);
  const since = `${Number(day.slice(0, 4)) - 2}-01-01`;
  // Counts are kept by month: six months and what has passed of the one before.
  const until = endOfMonth(monthBefore(addDays(day, -183), 1));
  const rows = await listAdviceCounts(db, actor, countryId, { since, until: until.slice(0, 7) });
  const counts = countsByStatus(rows);
  const statuses = reference.terms('advice_status').map((term) => ({
    id: term.id,
    code: term.code,
    label: labelOf(term.labels, actor.language),
    meaning: term.meaning,
    count: counts.get(term.id)?.pieces ?? 0,
  }));
  const [first] = statuses;
  return {
    since,
    total: rows.reduce((sum, { status_id, pieces }) => sum + (status_id === null ? 0 : pieces), 0),
    /** The steps that advice goes through, and the ways in which it ended otherwise. */
    steps: statuses.filter(({ meaning }) => meaning === 'open' || meaning === 'positive').map(shown),
    otherEnds: statuses
      .filter(({ meaning, count }) => (meaning === 'negative' || meaning === 'closed') && count > 0)
      .map(shown),
    /** Without an answer for over six months. */
    waiting:
      first && first.count > 0 ? { code: first.code, until, count: counts.get(first.id)?.early ?? 0 } : null,
    medianMonths: medianMonths(rows),
  };
}

function countsByStatus(rows: readonly AdviceCount[]): Map<number, { pieces: number; early: number }> {
  const counts = new Map<number, { pieces: number; early: number }>();
  for (const { status_id, pieces, early } of rows) {
    if (status_id === null) continue;
    const known = counts.get(status_id);
    counts.set(status_id, { pieces: pieces + (known?.pieces ?? 0), early: early + (known?.early ?? 0) });
  }
  return counts;
}

function shown({ code, label, count }: { code: string; label: string; count: number }) {
  return { code, label, count };
}

/** The months that the middle one of all adoptions took; null where there was none. */
function medianMonths(rows: readonly { months: number | null; pieces: number }[]): number | null {
  const adopted = rows.flatMap(({ months, pieces }) => (months === null ? [] : [{ months, pieces }]));
  const middle = Math.floor(adopted.reduce((sum, { pieces }) => sum + pieces, 0) / 2);
  let passed = 0;
  for (const { months, pieces } of adopted.sort((a, b) => a.months - b.months)) {
    passed += pieces;
    if (passed > middle) return months;
  }
  return null;
}
