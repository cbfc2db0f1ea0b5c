import { expect, it } from 'vitest';
import { daysOf, firstWeekday, isMonth, monthAfter, weeksOf } from '#app/domain/calendar/months.ts';

it('months follow each other, as far as the calendar goes', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
  expect(monthAfter('2100-12', 1)).toBeUndefined();
  expect(monthAfter('1945-01', -1)).toBeUndefined();
});

it.each(['9999-12', '2026-13', '2026-00', '2026-1', '2026', '', '2026-11-01', "2026-11' or 1=1"])(
  '"%s" is no month',
  (text) => {
    expect(isMonth(text)).toBe(false);
  },
);

it('a month has its days, in leap years too', () => {
  expect(daysOf('2028-02')).toHaveLength(29);
  expect(daysOf('2026-11').at(-1)).toBe('2026-11-30');
});

it('a week begins as it does where the language is spoken', () => {
  expect(firstWeekday('en')).toBe(1);
  expect(firstWeekday('fr')).toBe(1);
  expect(firstWeekday('ar-EG')).toBe(6);
  expect(weeksOf('2026-11', 1)[0]?.[0]).toBe('2026-10-26');
  expect(weeksOf('2026-11', 7)[0]?.[0]).toBe('2026-11-01');
  expect(weeksOf('2026-11', 1).flat()).toContain('2026-11-30');
});
