const DAY = 86_400_000;

/** By how many days a promise is late, or was when it was kept or given up; 0 where it is not, or has no day. */
export function daysLate(one: { dueOn: string | null; closedOn: string | null }, today: string): number {
  const end = one.closedOn ?? today;
  if (one.dueOn === null || end <= one.dueOn) return 0;
  return Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${one.dueOn}T00:00:00Z`)) / DAY);
}
