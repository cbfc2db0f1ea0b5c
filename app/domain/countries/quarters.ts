/** A calendar quarter and its days, both included. */
export interface Quarter {
  /** Such as "Q4". */
  name: string;
  year: string;
  from: string;
  to: string;
}

/** The quarter that a day lies in and those before it, oldest first. */
export function lastQuarters(today: string, count: number): Quarter[] {
  const year = Number(today.slice(0, 4));
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return Array.from({ length: count }, (_, index) => quarterOf(year * 4 + quarter - (count - 1 - index)));
}

function quarterOf(number: number): Quarter {
  const year = String(Math.floor(number / 4));
  const first = (number % 4) * 3 + 1;
  const month = (one: number) => `${year}-${String(one).padStart(2, '0')}`;
  return {
    name: `Q${(number % 4) + 1}`,
    year,
    from: `${month(first)}-01`,
    to: endOfMonth(month(first + 2)),
  };
}

/** 'YYYY-MM' so many months before the one that a day lies in. */
export function monthBefore(today: string, months: number): string {
  const number = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** The last day of a month 'YYYY-MM'. */
export function endOfMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
