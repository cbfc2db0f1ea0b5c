/** What the calendar of the universal periodic review says of a State. */
export type NextReview =
  | { kind: 'coming'; session: number | null; cycle: number; on: string | null; notes: string | null }
  | { kind: 'done'; session: number | null; cycle: number; on: string }
  | { kind: 'unknown' };

interface Review {
  cycle: number;
  session: number | null;
  starts_on: string | null;
  ends_on: string | null;
  notes: string | null;
}

/** `reviews`: the latest cycle first. A session without dates lies ahead: those that were held have theirs. */
export function nextReview(reviews: readonly Review[], today: string): NextReview {
  const [latest] = reviews;
  if (!latest) return { kind: 'unknown' };
  const { cycle, session, starts_on: on, notes } = latest;
  const over = latest.ends_on ?? on;
  if (on !== null && over !== null && over < today) return { kind: 'done', session, cycle, on };
  return { kind: 'coming', session, cycle, on, notes };
}
