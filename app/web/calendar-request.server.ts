import { CALENDAR_WORDS, type CalendarWords } from '#app/domain/calendar/read-question.server.ts';
import { BadRequest } from '#app/domain/kernel/errors.ts';
import { readQuery } from './forms.ts';

const KNOWN = new Set<string>(CALENDAR_WORDS);

/** What the address of the calendar asks. A word that is none of its own is refused, not passed over. */
export function readCalendarWords(request: Request): CalendarWords {
  const fields = readQuery(request);
  for (const name of new URL(request.url).searchParams.keys()) {
    if (!KNOWN.has(name)) throw new BadRequest('The calendar has no such filter.');
  }
  return Object.fromEntries(CALENDAR_WORDS.map((name) => [name, fields.one(name)])) as CalendarWords;
}
