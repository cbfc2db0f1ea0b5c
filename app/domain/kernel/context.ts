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

/** The calendar day of an instant in a zone, 'YYYY-MM-DD'. Throws RangeError on a zone that does not exist. */
export function dayIn(instant: Date, zone: string): string {
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
