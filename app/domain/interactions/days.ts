/** The day `count` days after `on` ('YYYY-MM-DD'); '' where `on` is no day of the calendar. */
export function dayAfter(on: string, count: number): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return '';
  const day = new Date(`${on}T12:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== on) return '';
  day.setUTCDate(day.getUTCDate() + count);
  return day.toISOString().slice(0, 10);
}
