import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDaysSince,
  formatInstant,
  formatList,
  formatLongDate,
  formatShortDate,
  formatTime,
  lateness,
  pluralise,
} from '#app/components/ui/format.ts';

const reading = { language: 'en', zone: 'Africa/Nairobi', today: '2026-11-24' };
const french = { ...reading, language: 'fr' };

describe('fact dates', () => {
  it('keep the precision of their source', () => {
    expect(formatDate('2009', reading)).toBe('2009');
    expect(formatDate('2009-03', reading)).toBe('Mar 2009');
    expect(formatDate('2009-03-31', reading)).toBe('31 Mar 2009');
    expect(formatDate('2009-03-31', french)).toBe('31 mars 2009');
  });

  it('say that nothing is known, rather than nothing', () => {
    expect(formatDate(null, reading)).toBe('unknown');
    expect(formatDate('', reading)).toBe('unknown');
  });

  it('leave out the year in lists where it is the reader’s own', () => {
    expect(formatShortDate('2026-11-03', reading)).toBe('3 Nov');
    expect(formatShortDate('2025-11-03', reading)).toBe('3 Nov 2025');
    expect(formatShortDate('2025', reading)).toBe('2025');
    expect(formatLongDate('2026-11-24', reading)).toBe('Tuesday 24 November');
  });
});

describe('instants', () => {
  it('are shown on the clock of the reader', () => {
    expect(formatTime('2026-11-24T22:30:00.000Z', reading)).toBe('01:30');
    expect(formatInstant('2026-11-24T22:30:00.000Z', reading)).toBe('25 Nov 2026, 01:30');
  });
});

describe('lateness', () => {
  it.each([
    ['2026-11-15', '9 days late', 'late'],
    ['2026-11-23', 'yesterday', 'late'],
    ['2026-11-24', 'today', 'soon'],
    ['2026-11-25', 'tomorrow', 'soon'],
    ['2026-11-27', 'in 3 days', 'plain'],
    ['2026-12-01', '1 Dec', 'plain'],
    ['2027-01-15', '15 Jan 2027', 'plain'],
  ])('of %s is "%s"', (on, words, tone) => {
    expect(lateness(on, reading)).toEqual({ words, tone });
  });

  it('counts whole days over a change of the clock', () => {
    expect(lateness('2026-10-24', { ...reading, zone: 'Europe/Paris', today: '2026-10-26' }).words).toBe(
      '2 days late',
    );
  });
});

describe('counts', () => {
  it('take the sentence their number asks for', () => {
    const sentences = { one: '{n} follow-up', other: '{n} follow-ups' };
    expect(pluralise(1, sentences, reading)).toBe('1 follow-up');
    expect(pluralise(1284, sentences, reading)).toBe('1,284 follow-ups');
  });

  it('of days since carry their unit', () => {
    expect(formatDaysSince('2026-11-24', reading)).toBe('today');
    expect(formatDaysSince('2026-11-12', reading)).toBe('12 days');
    expect(formatDaysSince('2026-11-23', reading)).toBe('1 day');
  });

  it('and lists are joined as the language does', () => {
    expect(formatList(['CAT', 'OPCAT', 'ECPT'], reading)).toBe('CAT, OPCAT and ECPT');
  });
});
