import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDue, RECURRENCES } from '#app/domain/follow-ups/recurrence.ts';
import { readSnooze } from '#app/domain/follow-ups/snooze-until.ts';
import { daysFault, readDays } from '#app/domain/follow-ups/shift-days.ts';
import { dayIn } from '#app/domain/kernel/context.ts';
import { isCalendarDay } from '#app/domain/kernel/fields.ts';

type Rule = (typeof RECURRENCES)[number];

/** The days on which a rhythm falls, from its first. */
function fallsOn(recurrence: Rule, from: string, count: number, until: string | null = null): string[] {
  const days = [from];
  while (days.length < count) {
    const next = nextDue({ recurrence, from, until }, days.at(-1) ?? from);
    if (next === null) break;
    days.push(next);
  }
  return days;
}

describe('a rhythm', () => {
  it('comes back to the 31st after a short month, in leap years too', () => {
    expect(fallsOn('monthly', '2027-01-31', 5)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ]);
    expect(fallsOn('monthly', '2028-01-31', 3)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31']);
    expect(fallsOn('quarterly', '2026-11-30', 3)).toEqual(['2026-11-30', '2027-02-28', '2027-05-30']);
    expect(fallsOn('yearly', '2028-02-29', 5).slice(1)).toEqual([
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
    expect(fallsOn('weekly', '2026-12-28', 3)).toEqual(['2026-12-28', '2027-01-04', '2027-01-11']);
  });

  it('ends on its last day, and never passes the year 9999', () => {
    expect(fallsOn('monthly', '2026-10-15', 9, '2026-12-15')).toEqual([
      '2026-10-15',
      '2026-11-15',
      '2026-12-15',
    ]);
    for (const recurrence of RECURRENCES) {
      expect(nextDue({ recurrence, from: '9999-12-31', until: null }, '9999-12-31')).toBeNull();
    }
    expect(nextDue({ recurrence: 'monthly', from: '9999-10-31', until: null }, '9999-11-30')).toBe(
      '9999-12-31',
    );
  });

  it('goes on from whatever day the last was moved to, always later and on its own day of the month', () => {
    const days = fc
      .date({ min: new Date('1945-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.constantFrom(...RECURRENCES),
        days,
        fc.integer({ min: 0, max: 400 }),
        (recurrence, from, more) => {
          const due = fallsOn(recurrence, from, 3).at(-1) ?? from;
          const moved = new Date(Date.parse(`${due}T00:00:00Z`) + more * 86_400_000)
            .toISOString()
            .slice(0, 10);
          const next = nextDue({ recurrence, from, until: null }, moved);
          if (next === null) return;
          expect(isCalendarDay(next)).toBe(true);
          expect(next > moved).toBe(true);
          if (recurrence !== 'weekly') {
            const wanted = Number(from.slice(8));
            const got = Number(next.slice(8));
            const tomorrow = new Date(Date.parse(`${next}T00:00:00Z`) + 86_400_000)
              .toISOString()
              .slice(8, 10);
            expect(got === wanted || (got < wanted && tomorrow === '01')).toBe(true);
          }
        },
      ),
    );
  });
});

describe('putting off', () => {
  it('counts in the days of the reader, on the nights when clocks change too', () => {
    // Zurich goes from 2:00 to 3:00 on 28 March 2027 and back on 31 October.
    const spring = dayIn(new Date('2027-03-27T22:59:00Z'), 'Europe/Zurich');
    expect([spring, readSnooze('tomorrow', spring)]).toEqual(['2027-03-27', '2027-03-28']);
    const later = dayIn(new Date('2027-03-28T22:01:00Z'), 'Europe/Zurich');
    expect([later, readSnooze('tomorrow', later)]).toEqual(['2027-03-29', '2027-03-30']);
    const autumn = dayIn(new Date('2027-10-31T22:30:00Z'), 'Europe/Zurich');
    expect([autumn, readSnooze('next-week', autumn)]).toEqual(['2027-10-31', '2027-11-01']);
    const lima = dayIn(new Date('2027-03-28T03:00:00Z'), 'America/Lima');
    expect([lima, readSnooze('tomorrow', lima)]).toEqual(['2027-03-27', '2027-03-28']);
    expect(readSnooze('next-week', '2026-11-25')).toBe('2026-11-30');
    expect(readSnooze('next-week', '2026-11-30')).toBe('2026-12-07');
  });

  it.each([
    '',
    '2026-11-25',
    '2026-11-24',
    '2026-02-31',
    '9999-12-31',
    '2101-01-01',
    'later',
    '+010000-01-01',
  ])('takes no %j', (word) => {
    expect(readSnooze(word, '2026-11-25')).toBeUndefined();
  });
});

describe('moving dates', () => {
  it('takes whole days within the calendar', () => {
    expect(['7', '-7', ' +3 ', '−2'].map(readDays)).toEqual([7, -7, 3, -2]);
    expect(['', 'x', '1.5', '1e3', '999999', '--1'].map(readDays)).toEqual(Array(6).fill(undefined));
    expect(daysFault(7, ['2026-11-25'])).toBeUndefined();
    for (const days of [0, undefined, 3661, NaN])
      expect(daysFault(days, ['2026-11-25'])).toContain('Write by how many');
    expect(daysFault(1, ['2100-12-31'])).toContain('out of the calendar');
    expect(daysFault(1, ['9999-12-31'])).toContain('out of the calendar');
    expect(daysFault(-1, ['1945-01-01'])).toContain('out of the calendar');
  });
});
