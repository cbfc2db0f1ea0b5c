import type { CalendarFilter } from '#db/queries/calendar-walks.ts';
import { today, type Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isCalendarDay } from '../kernel/fields.ts';
import { countryNamed, oneOfWords, termNamed, type ActiveWord } from '../reference/filters.server.ts';
import { countryLabel } from '../reference/labels.server.ts';
import { labelOf } from '../reference/reference.server.ts';
import { CALENDAR_NOUNS, KINDS, type CalendarNoun } from './entry.ts';
import { isMonth } from './months.ts';

/** The words of the address, '' for what is not asked. */
export const CALENDAR_WORDS = [
  'view',
  'month',
  'day',
  'kind',
  'country',
  'team',
  'work_area',
  'whose',
] as const;

export type CalendarWords = Record<(typeof CALENDAR_WORDS)[number], string>;
export type Whose = 'mine' | 'team' | 'all';

export const KIND_WORDS: Record<keyof typeof KINDS, string> = {
  meetings: 'Interactions',
  reviews: 'Reviews',
  deadlines: 'Deadlines',
  'follow-ups': 'Follow-ups',
  commitments: 'Commitments',
  targets: 'Targets',
};

export interface CalendarQuestion {
  view: 'month' | 'agenda';
  month: string;
  /** Where one day is asked for. */
  day: string | null;
  whose: Whose;
  nouns: readonly CalendarNoun[];
  filter: CalendarFilter;
  active: ActiveWord[];
}

/**
 * What an address asks of the calendar: the current month of the reader's teams where it says nothing. Throws
 * BadRequest for a word that names nothing.
 */
export function readCalendarQuestion(context: Context, words: CalendarWords): CalendarQuestion {
  const { actor, reference } = context;
  const day = words.day === '' ? null : words.day;
  if (day !== null && !(isCalendarDay(day) && isMonth(day.slice(0, 7))))
    throw new BadRequest('This is no day of the calendar.');
  const month = words.month === '' ? (day ?? today(context)).slice(0, 7) : words.month;
  if (!isMonth(month)) throw new BadRequest('This is no month of the calendar.');
  const country = countryNamed(context, words.country);
  const area = termNamed(context, 'work_area', words.work_area);
  const team = words.team === '' ? undefined : reference.findTeam(words.team);
  if (words.team !== '' && !team) throw new BadRequest('There is no such team.');
  const kind = oneOfWords(Object.keys(KINDS) as (keyof typeof KINDS)[], words.kind);
  const asked = oneOfWords(['mine', 'team', 'all'] as const, words.whose) ?? 'team';
  // a team that is named takes the place of the reader's own
  const whose = asked === 'team' && (team || actor.teamIds.length === 0) ? 'all' : asked;
  const teamIds = team ? [team.id] : whose === 'team' ? actor.teamIds : undefined;
  return {
    view:
      (oneOfWords(['month', 'agenda'] as const, words.view) ?? 'month') === 'agenda' || day
        ? 'agenda'
        : 'month',
    month,
    day,
    whose,
    nouns: kind ? [KINDS[kind]] : CALENDAR_NOUNS,
    filter: {
      ...(whose === 'mine' ? { accountId: actor.accountId } : {}),
      ...(teamIds ? ofTeams(context, teamIds) : {}),
      ...(country ? { countryId: country.id } : {}),
      ...(area ? { workAreaId: area.id } : {}),
    },
    active: [
      ...(kind ? [{ name: 'kind', value: kind, label: KIND_WORDS[kind] }] : []),
      ...(country
        ? [{ name: 'country', value: country.iso3, label: countryLabel(context, country.id).name }]
        : []),
      ...(team ? [{ name: 'team', value: team.ref, label: team.name }] : []),
      ...(area ? [{ name: 'work_area', value: area.code, label: labelOf(area.labels, actor.language) }] : []),
    ],
  };
}

/** What some teams own, with the reviews of their countries. */
export function ofTeams({ reference }: Context, teamIds: readonly number[]): CalendarFilter {
  return {
    teamIds,
    teamCountryIds: reference.countries
      .filter((country) => country.teamIds.some((id) => teamIds.includes(id)))
      .map(({ id }) => id),
  };
}
