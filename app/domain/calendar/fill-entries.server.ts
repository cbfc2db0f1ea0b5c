import { levelName } from '#db/levels.ts';
import type { CalendarDeadline, CalendarReview, CalendarTarget } from '#db/queries/calendar-facts.ts';
import type { CalendarInteraction } from '#db/queries/calendar-interactions.ts';
import type { CalendarPromise } from '#db/queries/calendar-promises.ts';
import { isZone } from '../accounts/time-zone.ts';
import { clip } from '../kernel/clip.ts';
import type { Context } from '../kernel/context.ts';
import { countryLabel, termLabel } from '../reference/labels.server.ts';
import type { CalendarEntry } from './entry.ts';

/** Rows of the database as entries of a calendar. The words of what is sealed stay behind. */

const SEALED = 3;

const blank = {
  parent: null,
  putOffFrom: null,
  until: null,
  time: null,
  zone: null,
  kind: '',
  place: null,
  who: null,
  side: null,
} as const;

const zones = new Map<string, boolean>();

/** A zone that this server does not know (the lists of zones change) leaves the hour as it was written. */
function known(zone: string | null): string | null {
  if (zone === null) return null;
  const found = zones.get(zone) ?? isZone(zone);
  zones.set(zone, found);
  return found ? zone : null;
}

export function entryOfInteraction(context: Context, row: CalendarInteraction): CalendarEntry {
  const sealed = row.level === SEALED;
  return {
    ...blank,
    noun: 'interaction',
    ref: row.ref,
    on: row.occurred_on,
    until: row.ended_on === row.occurred_on ? null : row.ended_on,
    time: row.occurred_time,
    zone: known(row.zone),
    kind: termLabel(context, row.kind_id),
    title: sealed ? '' : row.summary,
    place: sealed ? null : row.place,
    state: row.state,
    level: levelName(row.level),
    version: row.version,
    updatedAt: row.updated_at,
  };
}

export function entryOfPromise(noun: 'follow_up' | 'commitment', row: CalendarPromise): CalendarEntry {
  const { due_on, snoozed_until } = row;
  const later = snoozed_until !== null && snoozed_until > due_on ? snoozed_until : null;
  return {
    ...blank,
    noun,
    ref: row.ref,
    parent: row.interaction_ref,
    on: later ?? due_on,
    putOffFrom: later === null ? null : due_on,
    title: row.level === SEALED ? '' : clip(row.text),
    who: row.who,
    side: row.side,
    state: 'open',
    level: levelName(row.level),
    version: row.version,
    updatedAt: row.updated_at,
  };
}

export function entryOfTarget(row: CalendarTarget): CalendarEntry {
  return {
    ...blank,
    noun: 'objective',
    ref: row.ref,
    on: row.target_on,
    title: row.level === SEALED ? '' : row.title,
    who: row.owner,
    state: 'open',
    level: levelName(row.level),
    version: row.version,
    updatedAt: row.updated_at,
  };
}

export function entryOfReview(context: Context, row: CalendarReview): CalendarEntry {
  return {
    ...blank,
    noun: 'review',
    ref: row.ref,
    on: row.starts_on,
    until:
      row.ends_on !== null && row.ends_on.length === 10 && row.ends_on > row.starts_on ? row.ends_on : null,
    title: ofCountry(context, row.country_id, row.title),
    state: row.state,
    level: 'internal',
    version: row.version,
    updatedAt: row.updated_at,
  };
}

export function entryOfDeadline(context: Context, row: CalendarDeadline): CalendarEntry {
  return {
    ...blank,
    noun: 'deadline',
    ref: row.ref,
    parent: row.review_ref,
    on: row.due_on,
    title: ofCountry(context, row.country_id, `${row.title}: ${row.review_title}`),
    who: row.who,
    state: 'open',
    level: 'internal',
    version: row.version,
    updatedAt: row.updated_at,
  };
}

/** A review is called alike in every country, and a phone shows the title alone. */
const ofCountry = (context: Context, countryId: number, title: string): string =>
  `${countryLabel(context, countryId).name}: ${title}`;
