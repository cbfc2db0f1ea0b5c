import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockIn, instantOf } from '#app/domain/calendar/zoned-time.ts';

const at = (on: string, time: string, zone: string) => instantOf(on, time, zone).toISOString();

describe('an hour in a zone', () => {
  it.each([
    ['2026-07-01', '14:30', 'Europe/Paris', '2026-07-01T12:30:00.000Z'],
    ['2026-12-01', '14:30', 'Europe/Paris', '2026-12-01T13:30:00.000Z'],
    ['2026-11-25', '23:30', 'America/Panama', '2026-11-26T04:30:00.000Z'],
    ['2026-11-25', '09:00', 'Asia/Kathmandu', '2026-11-25T03:15:00.000Z'],
    ['2026-11-25', '09:00', 'UTC', '2026-11-25T09:00:00.000Z'],
  ])('%s %s in %s is %s', (on, time, zone, instant) => {
    expect(at(on, time, zone)).toBe(instant);
  });

  it('that comes twice is its first', () => {
    expect(at('2026-10-25', '02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2024-03-23', '23:30', 'America/Asuncion')).toBe('2024-03-24T02:30:00.000Z');
  });

  it('that the clocks leap over keeps its distance from midnight', () => {
    expect(at('2026-03-29', '02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2023-10-01', '00:30', 'America/Asuncion')).toBe('2023-10-01T04:30:00.000Z');
  });

  it('of a day that a zone never had is the next morning there', () => {
    const instant = instantOf('2011-12-30', '10:00', 'Pacific/Apia');
    expect(clockIn(instant, 'Pacific/Apia')).toEqual({ on: '2011-12-31', time: '10:00' });
  });

  it('refuses a zone that is none', () => {
    expect(() => instantOf('2026-11-25', '09:00', 'Nowhere/Atlantis')).toThrow(RangeError);
  });

  it('is shown by the clocks of its zone, whatever day, hour and zone', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1971-01-01'), max: new Date('2100-12-30'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (instant, zone) => {
          const clock = clockIn(instant, zone);
          const found = instantOf(clock.on, clock.time, zone);
          expect(clockIn(found, zone)).toEqual(clock);
          expect(found.getTime()).toBeLessThanOrEqual(instant.getTime());
        },
      ),
      { numRuns: 300 },
    );
  });
});
