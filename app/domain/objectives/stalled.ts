/** Open and not moved for so many days: somebody should look at it. */
export const STALLS_AFTER = 180;

/** Whole days from one calendar day to another, 'YYYY-MM-DD'. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** For how many days an open objective has not moved; null where it is not open. */
export function stalledDays(meaning: string, movedOn: string, today: string): number | null {
  return meaning === 'open' ? daysBetween(movedOn, today) : null;
}
