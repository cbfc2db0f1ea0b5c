import { createHash } from 'node:crypto';
import ical, { escape, ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { entryHref, kindWord } from '#app/components/calendar/entry-words.ts';
import type { CalendarEntry, CalendarNoun } from '#app/domain/calendar/entry.ts';
import { instantOf } from '#app/domain/calendar/zoned-time.ts';
import { addDays } from '#app/domain/kernel/fields.ts';

const HOUR = 3_600_000;
/** How often a calendar asks again, in seconds. */
const REFRESH = 3600;

const PLAIN_WORDS: Record<CalendarNoun, string> = {
  interaction: 'Interaction',
  review: 'Review',
  deadline: 'Deadline',
  follow_up: 'Follow-up',
  commitment: 'Promise',
  objective: 'Target',
};

/**
 * Entries as RFC 5545 text. Hours are UTC instants, so that no program needs to know our zones; days are whole days. The
 * same entries give the same text: stamps are those of the records.
 */
export function calendarText(name: string, entries: readonly CalendarEntry[], origin: string): string {
  const calendar = ical({
    prodId: '//Rapport//Calendar//EN',
    // this one the library writes as it is
    name: escape(plain(name).replaceAll('\n', ' '), false),
    ttl: REFRESH,
  });
  for (const entry of entries) {
    const stamp = new Date(entry.updatedAt);
    const href = entryHref(entry);
    calendar.createEvent({
      id: `${entry.noun.replace('_', '-')}-${entry.ref}@rapport`,
      sequence: entry.version,
      stamp,
      lastModified: stamp,
      ...spanOf(entry),
      summary: plain(summaryOf(entry)),
      location: entry.place === null || entry.place === '' ? null : plain(entry.place),
      description: plain(descriptionOf(entry)) || null,
      status: statusOf(entry),
      transparency: isBusy(entry) ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      class: entry.level === 'internal' ? null : ICalEventClass.CONFIDENTIAL,
      url: href === undefined ? null : `${origin}${href}`,
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** Without what no calendar can keep: control characters, halves of characters. Line ends become one kind. */
function plain(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '');
}

/** An hour long where there is an hour, since nobody records the end; several days are whole days. */
function spanOf({ on, until, time, zone }: CalendarEntry) {
  if (time !== null && until === null) {
    const start = instantOf(on, time, zone ?? 'UTC');
    return { start, end: new Date(start.getTime() + HOUR) };
  }
  const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
  return { allDay: true, start: midnight(on), end: midnight(addDays(until ?? on, 1)) };
}

function summaryOf(entry: CalendarEntry): string {
  if (entry.title === '') return `${PLAIN_WORDS[entry.noun]} (${entry.level})`;
  return entry.noun === 'review' ? entry.title : `${kindWord(entry)}: ${entry.title}`;
}

function descriptionOf({ time, zone, until, putOffFrom }: CalendarEntry): string {
  if (putOffFrom !== null) return `Put off: it was due on ${putOffFrom}.`;
  if (time === null) return '';
  return until === null ? `${time} (${zone ?? 'UTC'})` : `From ${time} (${zone ?? 'UTC'})`;
}

function statusOf({ state }: CalendarEntry): ICalEventStatus {
  if (state === 'cancelled') return ICalEventStatus.CANCELLED;
  return state === 'expected' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

const isBusy = ({ noun, state }: CalendarEntry) => noun === 'interaction' && state !== 'cancelled';

/** The answer of a feed; 304 where the asker has it already. */
export function feedFile(text: string, request: Request): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { 'Content-Type': 'text/calendar; charset=utf-8', ETag: etag };
  const known = request.headers.get('If-None-Match') ?? '';
  if (known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}

/** One event as a file to open with the calendar of the device. */
export function eventFile(entry: CalendarEntry, origin: string): Response {
  return new Response(calendarText('Rapport', [entry], origin), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${entry.ref}.ics"`,
    },
  });
}
