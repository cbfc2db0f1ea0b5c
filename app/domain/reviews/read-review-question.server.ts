import type { ReviewFilter } from '#db/queries/review-list.ts';
import { today, type Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { addDays, isCalendarDay } from '../kernel/fields.ts';
import { activeWords, countryNamed, oneOfWords, type ActiveWord } from '../reference/filters.server.ts';
import { bodyNamed, type Body } from './bodies.server.ts';

/** Words of the address; '' for what is not asked. */
export interface ReviewQuestion {
  country: string;
  region: string;
  body: string;
  /** `coming` where empty; `passed` is expected although its day is over; `all` for every state. */
  state: string;
  from: string;
  to: string;
  /** Reviews with a deadline of ours that is `late`, due within a `month`, or still `open`. */
  due: string;
  sort: string;
  /** The ref of the last review of the page before. */
  after: string;
}

export const DUE_WORDS = { late: 'Deadline late', month: 'Deadline within 30 days', open: 'Deadline open' };
const DUE = ['late', 'month', 'open'] as const;
const STATES = ['coming', 'passed', 'held', 'cancelled', 'all'] as const;
const SORTS = ['date_asc', 'date_desc'] as const;

/** What the register is asked. Throws BadRequest for what is not in its lists. */
export function readReviewQuestion(context: Context, bodies: Map<number, Body>, question: ReviewQuestion) {
  const { reference } = context;
  const country = countryNamed(context, question.country);
  const body = bodyNamed(bodies, question.body);
  const region = oneOfWords(regionsOf(context), question.region);
  const state = oneOfWords(STATES, question.state) ?? 'coming';
  const due = oneOfWords(DUE, question.due);
  const sort = oneOfWords(SORTS, question.sort) ?? (state === 'coming' ? 'date_asc' : 'date_desc');
  const from = dayOf(question.from);
  const to = dayOf(question.to);
  const countryIds = country
    ? [country.id]
    : region === undefined
      ? undefined
      : reference.countries.filter((one) => one.region === region).map(({ id }) => id);
  const filter: ReviewFilter = {
    state: state === 'held' || state === 'cancelled' ? state : undefined,
    expected:
      state === 'coming' || state === 'passed'
        ? { on: today(context), passed: state === 'passed' }
        : undefined,
    countryIds: country && region && country.region !== region ? [] : countryIds,
    bodyId: body?.id,
    from,
    to,
    dueUntil: due && dueUntil(due, today(context)),
  };
  const active: ActiveWord[] = [
    ...activeWords(context, { country }),
    ...(region ? [{ name: 'region', value: region, label: region }] : []),
    ...(body ? [{ name: 'body', value: body.code, label: body.short }] : []),
    ...(due ? [{ name: 'due', value: due, label: DUE_WORDS[due] }] : []),
    ...(from ? [{ name: 'from', value: from, label: from }] : []),
    ...(to ? [{ name: 'to', value: to, label: to }] : []),
  ];
  return { filter, active, state, sort };
}

export function regionsOf({ reference }: Context): string[] {
  return [...new Set(reference.countries.map(({ region }) => region))].sort();
}

function dueUntil(due: (typeof DUE)[number], day: string): string {
  if (due === 'late') return addDays(day, -1);
  return due === 'month' ? addDays(day, 30) : '9999-12-31';
}

export function dayOf(text: string): string | undefined {
  if (text === '') return undefined;
  if (!isCalendarDay(text) || text < '1945' || text > '2101') {
    throw new BadRequest('This is no date between 1945 and 2100.');
  }
  return text;
}
