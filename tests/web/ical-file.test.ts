import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from '#app/domain/calendar/entry.ts';
import { clockIn } from '#app/domain/calendar/zoned-time.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { calendarText } from '#app/web/ical-file.server.ts';

const entry = (rest: Partial<CalendarEntry> = {}): CalendarEntry => ({
  noun: 'interaction',
  ref: '0123456789',
  parent: null,
  on: '2026-12-01',
  putOffFrom: null,
  until: null,
  time: null,
  zone: null,
  kind: 'Meeting',
  title: 'Budget line of the mechanism',
  place: null,
  who: null,
  side: null,
  state: 'planned',
  level: 'internal',
  version: 3,
  updatedAt: '2026-11-20T08:15:30.123Z',
  ...rest,
});

const textOf = (...entries: CalendarEntry[]) =>
  calendarText('Rapport', entries, 'https://rapport.example.org');
const read = (text: string) => new ICAL.Component(ICAL.parse(text) as never);
/** The first event, as another program reads it. */
const event = (rest: Partial<CalendarEntry> = {}) => {
  const found = read(textOf(entry(rest))).getFirstSubcomponent('vevent');
  if (!found) throw new Error('There is no event.');
  return new ICAL.Event(found);
};
const valueOf = (of: { component: InstanceType<typeof ICAL.Component> }, name: string) =>
  of.component.getFirstPropertyValue(name);

describe('a calendar file', () => {
  it('is read by another program: what, where, when, how often changed', () => {
    const found = event({ time: '14:30', zone: 'Europe/Paris', place: 'Salle 4; Lomé, Togo' });
    expect(found.uid).toBe('interaction-0123456789@rapport');
    expect(found.summary).toBe('Meeting: Budget line of the mechanism');
    expect(found.location).toBe('Salle 4; Lomé, Togo');
    expect(found.description).toBe('14:30 (Europe/Paris)');
    expect(found.sequence).toBe(3);
    expect(found.startDate.toJSDate().toISOString()).toBe('2026-12-01T13:30:00.000Z');
    expect(found.endDate.toJSDate().toISOString()).toBe('2026-12-01T14:30:00.000Z');
    expect(String(valueOf(found, 'url'))).toBe('https://rapport.example.org/interactions/0123456789');
    expect(String(valueOf(found, 'dtstamp'))).toBe('2026-11-20T08:15:30Z');
    expect(String(valueOf(found, 'last-modified'))).toBe('2026-11-20T08:15:30Z');
    expect(valueOf(found, 'status')).toBe('CONFIRMED');
  });

  it('names itself and says when to ask again, and is the same each time', () => {
    const text = textOf(entry());
    const calendar = read(text);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Rapport');
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
    expect(textOf(entry())).toBe(text);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('gives several days their end, not included, whatever the hour', () => {
    const mission = event({ on: '2026-10-24', until: '2026-10-26', time: '09:00', zone: 'Europe/Paris' });
    expect(mission.startDate.isDate).toBe(true);
    expect(String(mission.startDate)).toBe('2026-10-24');
    expect(String(mission.endDate)).toBe('2026-10-27');
    expect(mission.description).toBe('From 09:00 (Europe/Paris)');
    expect(String(event({ on: '2026-12-31' }).endDate)).toBe('2027-01-01');
  });

  it.each([
    ['2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29', '02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['2024-10-06', '00:30', 'America/Asuncion', '2024-10-06T04:30:00.000Z'],
    ['2011-12-30', '10:00', 'Pacific/Apia', '2011-12-30T20:00:00.000Z'],
    ['2100-12-31', '23:59', 'Pacific/Kiritimati', '2100-12-31T09:59:00.000Z'],
  ])('keeps %s %s in %s on a day when clocks change', (on, time, zone, instant) => {
    expect(event({ on, time, zone }).startDate.toJSDate().toISOString()).toBe(instant);
  });

  it('says that something is cancelled, or only expected, and does not block the day of a task', () => {
    expect(valueOf(event({ state: 'cancelled' }), 'status')).toBe('CANCELLED');
    expect(valueOf(event({ state: 'cancelled' }), 'transp')).toBe('TRANSPARENT');
    expect(valueOf(event({ noun: 'review', state: 'expected' }), 'status')).toBe('TENTATIVE');
    expect(valueOf(event({ noun: 'follow_up', state: 'open' }), 'transp')).toBe('TRANSPARENT');
    expect(valueOf(event(), 'transp')).toBe('OPAQUE');
  });

  it('has no word of what is confidential, and no colleague by name', () => {
    const found = event({ level: 'confidential', title: '', kind: '', who: null });
    expect(found.summary).toBe('Interaction (confidential)');
    expect(valueOf(found, 'class')).toBe('CONFIDENTIAL');
    expect(textOf(entry({ noun: 'follow_up', who: 'Amina Diallo' }))).not.toContain('Amina');
  });

  it('lets no title, place or name become lines of its own', () => {
    const bad = 'Talk\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTENDEE:mailto:x@y\r\u2028X-EVIL:1';
    const text = calendarText(bad, [entry({ title: bad, place: bad })], 'https://rapport.example.org');
    const calendar = read(text);
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
    expect(text).not.toMatch(/^(?:ATTENDEE|X-EVIL)/m);
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1);
  });

  it('round-trips any title, place, day, hour and zone, in lines of at most 75 octets', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.stringMatching(/^[اأإبتثجحخدذرزسشصضطظعغفقكلمنهوي ;,\\:"\n]{0,200}$/),
      fc.constantFrom('👩🏽‍⚖️'.repeat(30), 'a\\;b,c\\n', 'x'.repeat(74), 'é'.repeat(150), '\\', ';'),
    );
    const day = fc
      .date({ min: new Date('1971-01-01'), max: new Date('2100-12-30'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const hour = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    fc.assert(
      fc.property(
        text,
        text,
        day,
        fc.option(hour),
        zone,
        fc.integer({ min: 0, max: 40 }),
        (title, place, on, time, zone, more) => {
          const until = more === 0 ? null : addDays(on, more);
          const rest = { title: `T${title}`, place: `P${place}`, on, until, time, zone };
          const written = textOf(entry(rest));
          const kept = (value: string) =>
            value
              .replace(/\p{Surrogate}/gu, '\uFFFD')
              .replace(/\r\n?|[\u2028\u2029]/g, '\n')
              .replace(/(?![\n\t])\p{Cc}/gu, '');
          const found = event(rest);
          expect(found.summary).toBe(kept(`Meeting: T${title}`));
          expect(found.location).toBe(kept(`P${place}`));
          if (time !== null && until === null) {
            const clock = clockIn(found.startDate.toJSDate(), zone);
            // an hour that the clocks leap over is shown later; every other is what it was
            expect(`${clock.on} ${clock.time}` >= `${on} ${time}`).toBe(true);
          } else {
            expect(String(found.startDate)).toBe(on);
            expect(String(found.endDate)).toBe(addDays(until ?? on, 1));
          }
          for (const line of written.split('\r\n')) {
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
            expect(line).not.toMatch(/[\r\n]/);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
