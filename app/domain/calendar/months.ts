import { addDays, isCalendarDay } from '../kernel/fields.ts';

/** Months are 'YYYY-MM', days 'YYYY-MM-DD'. */

const [FIRST, LAST] = ['1945-01', '2100-12'];

export function isMonth(text: string): boolean {
  return isCalendarDay(`${text}-01`) && text >= FIRST && text <= LAST;
}

/** The month `count` months later; undefined beyond the calendar's ends. */
export function monthAfter(month: string, count: number): string | undefined {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  const found = date.toISOString().slice(0, 7);
  return isMonth(found) ? found : undefined;
}

export function daysOf(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}

/** The day on which a week begins where the language is spoken: 1 is Monday, 7 Sunday. English is the organisation's. */
export function firstWeekday(language: string): number {
  const locale = new Intl.Locale(language === 'en' ? 'en-GB' : language) as Intl.Locale & {
    weekInfo?: { firstDay: number };
    getWeekInfo?: () => { firstDay: number };
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The weeks that a month touches, each of seven days, those of its neighbours included. */
export function weeksOf(month: string, firstDay: number): string[][] {
  const first = `${month}-01`;
  let day = addDays(first, -((weekdayOf(first) - firstDay + 7) % 7));
  const weeks: string[][] = [];
  while (day.slice(0, 7) <= month) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
    day = addDays(day, 7);
  }
  return weeks;
}
