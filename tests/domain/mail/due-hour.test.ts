import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayIn } from '#app/domain/kernel/context.ts';
import { digestTurn, hourIn, quietUntil } from '#app/domain/mail/due-hour.ts';

const ZONES = [
  'Europe/Zurich',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Apia',
];
const zone = fc.constantFrom(...ZONES);
const hour = fc.integer({ min: 0, max: 23 });
/** Days of both clock changes among them. */
const start = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => Math.floor(date.getTime() / 60_000) * 60_000);

const HOUR = 3_600_000;

it('orders one digest a day, at the hour chosen or the first one after it, however the clock changes', () => {
  fc.assert(
    fc.property(zone, hour, start, fc.integer({ min: 3, max: 40 }), (where, digestHour, from, step) => {
      const ordered = new Map<string, number>();
      let sentOn: string | null = null;
      for (let at = from; at < from + 20 * 24 * HOUR; at += step * 60_000) {
        const now = new Date(at);
        const { act, on } = digestTurn(now, where, { digest: 'daily', digestHour }, sentOn);
        expect(act).not.toBe('mend');
        if (act !== 'order') continue;
        expect(ordered.has(on)).toBe(false);
        expect(hourIn(now, where)).toBeGreaterThanOrEqual(digestHour);
        ordered.set(on, at);
        sentOn = on;
      }
      // The first and the last day are not whole.
      const days = new Set<string>();
      for (let at = from + 24 * HOUR; at < from + 19 * 24 * HOUR; at += HOUR)
        days.add(dayIn(new Date(at), where));
      for (const day of days) expect(ordered.has(day), `${where} ${day} at ${digestHour}`).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('finds the hour that is left out and the one that comes twice', () => {
  const turn = (at: string, sentOn: string | null) =>
    digestTurn(new Date(at), 'Europe/Zurich', { digest: 'daily', digestHour: 2 }, sentOn).act;
  // 29 March 2026: from 01:59 to 03:00
  expect(turn('2026-03-29T00:59:00Z', '2026-03-28')).toBe('wait');
  expect(turn('2026-03-29T01:00:00Z', '2026-03-28')).toBe('order');
  // 25 October 2026: 02:30 comes twice
  expect(turn('2026-10-25T00:30:00Z', '2026-10-24')).toBe('order');
  expect(turn('2026-10-25T01:30:00Z', '2026-10-25')).toBe('wait');
});

it('neither doubles nor stops where the clock was wrong for a while', () => {
  const turn = (at: string, sentOn: string) =>
    digestTurn(new Date(at), 'UTC', { digest: 'daily', digestHour: 7 }, sentOn).act;
  expect(turn('2026-11-24T09:00:00Z', '2026-11-25')).toBe('wait');
  expect(turn('2027-11-25T09:00:00Z', '2026-11-25')).toBe('order');
  expect(turn('2026-11-25T10:00:00Z', '2027-11-25')).toBe('mend');
  expect(turn('2026-11-25T10:00:00Z', '2026-11-25')).toBe('wait');
  expect(turn('2026-11-26T07:00:00Z', '2026-11-25')).toBe('order');
});

it('comes on Mondays where a week is enough, and later where the Monday was missed', () => {
  const turn = (at: string, sentOn: string | null) =>
    digestTurn(new Date(at), 'UTC', { digest: 'weekly', digestHour: 7 }, sentOn).act;
  expect(turn('2026-11-23T08:00:00Z', '2026-11-16')).toBe('order');
  expect(turn('2026-11-24T08:00:00Z', '2026-11-23')).toBe('wait');
  expect(turn('2026-11-24T08:00:00Z', '2026-11-16')).toBe('order');
  expect(turn('2026-11-25T08:00:00Z', null)).toBe('wait');
  expect(turn('2026-11-30T06:00:00Z', '2026-11-23')).toBe('wait');
});

it('ends quiet hours when the clock of the reader says so', () => {
  fc.assert(
    fc.property(zone, hour, hour, start, (where, quietFrom, until, at) => {
      fc.pre(quietFrom !== until);
      const quiet = { quietFrom, quietUntil: until };
      const end = quietUntil(new Date(at), where, quiet);
      if (!end) return;
      expect(end.getTime()).toBeGreaterThan(at);
      expect(end.getTime() - at).toBeLessThanOrEqual(26 * HOUR);
      expect(quietUntil(end, where, quiet)).toBeUndefined();
      expect(quietUntil(new Date(end.getTime() - 1000), where, quiet)).toBeDefined();
    }),
  );
  expect(quietUntil(new Date(), 'UTC', { quietFrom: null, quietUntil: null })).toBeUndefined();
});
