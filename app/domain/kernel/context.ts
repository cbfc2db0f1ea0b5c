import type { Db } from '#db/client.ts';
import type { Actor } from '#db/visibility.ts';
import type { Reference } from '../reference/reference.server.ts';
import type { Keys } from './keys.server.ts';
import type { RandomBytes } from './refs.ts';

/** All that varies between one call of a use case and another: tests pass what they need, and need no mocks. */
export interface Context {
  db: Db;
  actor: Actor;
  now: Date;
  /** IANA zone of the reader: "today" and "late" are theirs. */
  zone: string;
  random: RandomBytes;
  keys: Keys;
  reference: Reference;
  /** Where the files of attachments lie: an absolute path. */
  filesDirectory: string;
}

/** The reader's calendar day, 'YYYY-MM-DD'. */
export function today(context: Pick<Context, 'now' | 'zone'>): string {
  return dayIn(context.now, context.zone);
}

const formats = new Map<string, Intl.DateTimeFormat>();
const latest = new Map<string, { second: number; day: string }>();

/** The calendar day of an instant in a zone, 'YYYY-MM-DD'. Throws RangeError on a zone that does not exist. */
export function dayIn(instant: Date, zone: string): string {
  // a page asks a dozen times for the same; no zone changes its day within a second
  const second = Math.floor(instant.getTime() / 1000);
  const known = latest.get(zone);
  if (known?.second === second) return known.day;
  const day = writeDay(instant, zone);
  latest.set(zone, { second, day });
  return day;
}

function writeDay(instant: Date, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format.format(instant);
}
