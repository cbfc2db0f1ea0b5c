import type { CalendarEntry } from './entry.ts';

/**
 * What of an entry may lie in a calendar that another firm keeps: all of what is internal; of what is confidential that
 * there is something, without a word of it; of what is restricted or sealed nothing, not even that the hour is taken.
 */
export function redact(entry: CalendarEntry): CalendarEntry | undefined {
  if (entry.level === 'internal') return entry;
  if (entry.level !== 'confidential') return undefined;
  return { ...entry, putOffFrom: null, title: '', kind: '', place: null, who: null, side: null };
}
