/** What a date known by year, month or day comes to, and where a review stands on a given day. */

/** The first day that a date may mean: '2027-02' is 1 February 2027 at the earliest. */
export function firstDayOf(on: string): string {
  if (on.length <= 4) return `${on}-01-01`;
  return on.length <= 7 ? `${on}-01` : on;
}

/** The last day that a date may mean: '2027-02' is 28 February 2027 at the latest. */
export function lastDayOf(on: string): string {
  if (on.length <= 4) return `${on}-12-31`;
  if (on.length > 7) return on;
  const [year = 0, month = 1] = on.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

export type ReviewStanding =
  | 'held'
  | 'cancelled'
  | 'undated'
  /** Its first day lies ahead. */
  | 'coming'
  /** Between its first and its last day; for a date known by month, somewhere in it. */
  | 'under-way'
  /** Its last day is over, and nobody has said that it was held. */
  | 'passed';

interface Dated {
  state: 'expected' | 'held' | 'cancelled';
  startsOn: string | null;
  endsOn: string | null;
}

export function standingOf({ state, startsOn, endsOn }: Dated, today: string): ReviewStanding {
  if (state !== 'expected') return state;
  if (startsOn === null) return 'undated';
  if (today < firstDayOf(startsOn)) return 'coming';
  return today <= lastDayOf(endsOn ?? startsOn) ? 'under-way' : 'passed';
}
