import { readsRecords } from '#db/visibility.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import { today, type Context } from '../kernel/context.ts';
import { addDays } from '../kernel/fields.ts';
import { countryChoices, termChoices } from '../reference/filters.server.ts';
import { readingOf } from '../reference/labels.server.ts';
import { KINDS } from './entry.ts';
import { findEntries, MOST_A_DAY, type DayEntries } from './find-entries.server.ts';
import { daysOf, firstWeekday, isMonth, monthAfter, weeksOf } from './months.ts';
import {
  KIND_WORDS,
  readCalendarQuestion,
  type CalendarQuestion,
  type CalendarWords,
} from './read-question.server.ts';

/** In a cell of the month; on a day of the agenda of a month. A day by itself shows all that is read. */
const IN_CELL = 3;
const IN_AGENDA = 8;

/** A month, the agenda of a month, or one day: everything dated that the reader may see. Throws BadRequest. */
export async function showCalendar(context: Context, words: CalendarWords) {
  const { actor, reference } = context;
  const question = readCalendarQuestion(context, words);
  const { month, day, whose, view, active } = question;
  const found = await findEntries(context, {
    filter: question.filter,
    nouns: question.nouns,
    days: day ? [day] : daysOf(month),
    partial: day ? [] : [month, month.slice(0, 4)],
    each: day ? MOST_A_DAY : IN_AGENDA,
  });
  return {
    view,
    month,
    day,
    whose,
    ...turnsOf(question),
    days: found.days.map((one) => ({ ...one, entries: one.entries.slice(0, shownOf(question, one)) })),
    weeks: view === 'month' ? weeksOf(month, firstWeekday(actor.language)) : [],
    undated: found.undated,
    query: {
      view: words.view,
      whose: words.whose,
      ...Object.fromEntries(active.map(({ name, value }) => [name, value])),
    } as Record<string, string>,
    active,
    choices: {
      kinds: (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((value) => ({
        value,
        label: KIND_WORDS[value],
      })),
      countries: countryChoices(context),
      areas: termChoices(context, 'work_area'),
      teams: reference.teams.map(({ ref, name }) => ({ value: ref, label: name })),
    },
    hasTeam: actor.teamIds.length > 0,
    readsRecords: readsRecords(actor),
    mayLog: mayLogInteraction(actor),
    thisMonth: today(context).slice(0, 7),
    reading: readingOf(context),
  };
}

export type CalendarPage = Awaited<ReturnType<typeof showCalendar>>;

/** Where one more would need the words "and 1 more", that one is shown instead. */
function shownOf({ view, day }: CalendarQuestion, { count }: DayEntries): number {
  if (day) return Number.MAX_SAFE_INTEGER;
  const most = view === 'month' ? IN_CELL : IN_AGENDA;
  return count === most + 1 ? most + 1 : most;
}

function turnsOf({ month, day }: CalendarQuestion) {
  const other = (count: number) => {
    const found = day === null ? undefined : addDays(day, count);
    return found !== undefined && isMonth(found.slice(0, 7)) ? found : undefined;
  };
  return day === null
    ? { previous: { month: monthAfter(month, -1) }, next: { month: monthAfter(month, 1) } }
    : { previous: { day: other(-1) }, next: { day: other(1) } };
}
