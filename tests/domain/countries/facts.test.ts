import { describe, expect, it } from 'vitest';
import { contactAge, daysBetween } from '#app/domain/countries/contact-age.ts';
import { mechanismStanding, type OpcatStatus } from '#app/domain/countries/mechanism-standing.ts';
import { nextReview } from '#app/domain/countries/next-review.ts';
import { endOfMonth, lastQuarters, monthBefore } from '#app/domain/countries/quarters.ts';

const TODAY = '2026-11-24';
const none = { status: 'not designated' };

function party(more: Partial<OpcatStatus> = {}): OpcatStatus {
  return {
    status: 'party',
    boundOn: '2025-11-10',
    inForceOn: '2025-12-10',
    art24Part: null,
    art24Until: null,
    ...more,
  };
}

describe('where a State stands with its mechanism', () => {
  it.each([
    ['within the year of article 17', party(), none, { kind: 'due', by: '2026-12-10' }],
    ['on the last day', party({ inForceOn: '2025-11-24' }), none, { kind: 'due', by: '2026-11-24' }],
    ['a day after', party({ inForceOn: '2025-11-23' }), none, { kind: 'late', by: '2026-11-23', months: 0 }],
    [
      'years after',
      party({ inForceOn: '2013-11-17' }),
      none,
      { kind: 'late', by: '2014-11-17', months: 144 },
    ],
    ['known by year only', party({ inForceOn: '2025' }), none, { kind: 'due', by: '2026' }],
    [
      'known by month only',
      party({ inForceOn: '2025-10' }),
      none,
      { kind: 'late', by: '2026-10', months: 0 },
    ],
    ['a leap day', party({ inForceOn: '2024-02-29' }), none, { kind: 'late', by: '2025-02-28', months: 20 }],
    [
      'in force at an unknown time',
      party({ inForceOn: null, boundOn: null }),
      none,
      { kind: 'due', by: null },
    ],
    ['postponed', party({ art24Part: 'IV', art24Until: '2028' }), none, { kind: 'postponed', until: '2028' }],
    ['postponed, unknown until when', party({ art24Part: 'IV' }), none, { kind: 'postponed', until: null }],
    [
      'postponed until a day that has passed',
      party({ art24Part: 'IV', art24Until: '2026-09' }),
      none,
      { kind: 'late', by: '2026-09', months: 1 },
    ],
    ['the part on visits put off', party({ art24Part: 'III' }), none, { kind: 'due', by: '2026-12-10' }],
    ['at work', party(), { status: 'operational' }, { kind: 'operational' }],
    ['signed only', party({ status: 'signatory' }), undefined, { kind: 'signed only' }],
    ['bound, nothing known of a mechanism', party(), undefined, { kind: 'unknown' }],
    ['no entry at all', undefined, undefined, { kind: 'unknown' }],
  ])('%s', (_, opcat, mechanism, standing) => {
    expect(mechanismStanding(opcat, mechanism, TODAY)).toEqual(standing);
  });
});

it('says of a review whether it lies ahead, and of none that it is unknown', () => {
  const review = { cycle: 4, session: 54, starts_on: null, ends_on: null, notes: 'Expected around 2027-02.' };
  expect(nextReview([review], TODAY)).toMatchObject({ kind: 'coming', session: 54, on: null });
  const held = { ...review, starts_on: '2025-11-03', ends_on: '2025-11-14' };
  expect(nextReview([held], TODAY)).toMatchObject({ kind: 'done', on: '2025-11-03' });
  expect(nextReview([held], '2025-11-14')).toMatchObject({ kind: 'coming' });
  expect(nextReview([], TODAY)).toEqual({ kind: 'unknown' });
});

it('cuts time into quarters, months and ages', () => {
  const quarters = lastQuarters(TODAY, 8);
  expect(quarters[0]).toEqual({ name: 'Q1', year: '2025', from: '2025-01-01', to: '2025-03-31' });
  expect(quarters[7]).toEqual({ name: 'Q4', year: '2026', from: '2026-10-01', to: '2026-12-31' });
  expect(lastQuarters('2026-01-01', 2).map(({ from }) => from)).toEqual(['2025-10-01', '2026-01-01']);
  expect(monthBefore('2026-01-15', 11)).toBe('2025-02');
  expect(endOfMonth('2024-02')).toBe('2024-02-29');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect([60, 61, 180, 181].map(contactAge)).toEqual(['recent', 'ageing', 'ageing', 'neglected']);
});
