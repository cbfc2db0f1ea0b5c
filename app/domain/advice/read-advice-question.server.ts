import { LEVELS, levelNumber } from '#db/levels.ts';
import type { AdviceFilter } from '#db/queries/advice-list.ts';
import { findVisibleObjectiveOf } from '#db/queries/advice-record.ts';
import { listOrganisationsByRef, listVisiblePeopleByRef } from '#db/queries/partners.ts';
import { listStaff } from '#db/queries/staff.ts';
import { today, type Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { addDays, isCalendarDay } from '../kernel/fields.ts';
import { isRef } from '../kernel/refs.ts';
import {
  activeWords,
  countryNamed,
  instrumentNamed,
  oneOfWords,
  termNamed,
  type ActiveWord,
} from '../reference/filters.server.ts';
import { labelOf } from '../reference/reference.server.ts';
import { givenStatus } from './status-terms.server.ts';

/** The words of the address, '' for what is not asked. */
export const ADVICE_WORDS = [
  'country',
  'work_area',
  'instrument',
  'topic',
  'status',
  'waiting',
  'sensitivity',
  'author',
  'organisation',
  'person',
  'objective',
  'from',
  'to',
] as const;

export type AdviceWords = Record<(typeof ADVICE_WORDS)[number], string>;

/** For how many days advice has stood where it was given, without an answer. */
export const WAITS = ['30', '90', '180'] as const;

const LEVEL_WORDS = {
  internal: 'Internal',
  confidential: 'Confidential',
  restricted: 'Restricted',
  sealed: 'Sealed',
};

/**
 * What an address asks of the register. Throws BadRequest for a word that names nothing; whoever the actor may not see
 * is nobody.
 */
export async function readAdviceQuestion(
  context: Context,
  words: AdviceWords,
): Promise<{ filter: AdviceFilter; active: ActiveWord[] }> {
  const country = countryNamed(context, words.country);
  const instrument = instrumentNamed(context, words.instrument);
  const work_area = termNamed(context, 'work_area', words.work_area);
  const topic = termNamed(context, 'advice_topic', words.topic);
  const status = termNamed(context, 'advice_status', words.status);
  const waiting = oneOfWords(WAITS, words.waiting);
  if (waiting && status && status.id !== givenStatus(context.reference).id)
    throw new BadRequest('Only what stands where it was given waits for an answer.');
  const level = oneOfWords(LEVELS, words.sensitivity);
  const days = daysOf(context, words);
  const partners = await partnersOf(context, words);
  const filter: AdviceFilter = {
    countryId: country?.id,
    instrumentId: instrument?.id,
    workAreaId: work_area?.id,
    topicId: topic?.id,
    statusId: waiting ? givenStatus(context.reference).id : status?.id,
    ...(level ? { level: levelNumber(level) } : {}),
    ...partners.filter,
    ...days,
  };
  const active: ActiveWord[] = [
    ...activeWords(context, { country, instrument, work_area, status }),
    ...(topic
      ? [{ name: 'topic', value: topic.code, label: labelOf(topic.labels, context.actor.language) }]
      : []),
    ...(waiting ? [{ name: 'waiting', value: waiting, label: `No answer for over ${waiting} days` }] : []),
    ...(level ? [{ name: 'sensitivity', value: level, label: LEVEL_WORDS[level] }] : []),
    ...partners.active,
    ...(['from', 'to'] as const).flatMap((name) =>
      words[name] === '' ? [] : [{ name, value: words[name], label: words[name] }],
    ),
  ];
  return { filter: withoutUnasked(filter), active };
}

/** Only what is asked, so that the same question always reads the same. */
function withoutUnasked(filter: AdviceFilter): AdviceFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** The span of days; waiting for an answer means that it was given before a day. */
function daysOf(context: Context, { from, to, waiting }: AdviceWords): Pick<AdviceFilter, 'from' | 'to'> {
  for (const day of [from, to]) {
    if (day !== '' && !isCalendarDay(day)) throw new BadRequest('This is no date of the calendar.');
  }
  const limits = [to, waiting === '' ? '' : addDays(today(context), -Number(waiting) - 1)].filter(
    (day) => day !== '',
  );
  const [earliest] = limits.sort();
  return { ...(from ? { from } : {}), ...(earliest ? { to: earliest } : {}) };
}

async function partnersOf(context: Context, words: AdviceWords) {
  const { db, actor } = context;
  const filter: AdviceFilter = {};
  const active: ActiveWord[] = [];
  const use = (name: keyof AdviceWords, label: string) => active.push({ name, value: words[name], label });
  if (words.organisation !== '') {
    const found = known((await listOrganisationsByRef(db, [words.organisation]))[0]);
    filter.organisationId = found.id;
    use('organisation', found.name);
  }
  if (words.person !== '') {
    const found = known((await listVisiblePeopleByRef(db, actor, [words.person]))[0]);
    filter.personId = found.id;
    use('person', found.name);
  }
  if (words.author !== '') {
    const found = known((await listStaff(db)).find((one) => one.ref === words.author));
    filter.authorId = found.id;
    use('author', `By ${found.name}`);
  }
  if (words.objective !== '') {
    const asked = isRef(words.objective)
      ? await findVisibleObjectiveOf(db, actor, words.objective)
      : undefined;
    const found = known(asked);
    filter.objectiveId = found.id;
    use('objective', found.level === 3 ? 'Sealed objective' : found.title);
  }
  return { filter, active };
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new BadRequest('This filter is not one of those there are.');
  return found;
}
