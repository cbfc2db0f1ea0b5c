import { findVisibleAdviceId, listAdvice, type AdviceFilter } from '#db/queries/advice-list.ts';
import { listOrganisationsByRef, listVisiblePeopleByRef } from '#db/queries/partners.ts';
import type { Context } from '../kernel/context.ts';
import { cursorOf, cutPage, type Paging, type Turn } from '../kernel/cursor.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isCalendarDay } from '../kernel/fields.ts';
import {
  activeWords,
  countryChoices,
  countryNamed,
  instrumentChoices,
  instrumentNamed,
  termChoices,
  termNamed,
  type ActiveWord,
} from '../reference/filters.server.ts';
import { readingOf } from '../reference/labels.server.ts';
import { glanceAdvice, type AdviceGlance } from './glance-advice.server.ts';

/** Codes, refs and days as the address has them; '' for what is not asked. */
export interface AdviceQuestion {
  country: string;
  instrument: string;
  workArea: string;
  status: string;
  organisation: string;
  person: string;
  from: string;
  to: string;
  paging: Paging;
}

const PAGE = 50;

export async function listAdviceRegister(context: Context, question: AdviceQuestion) {
  const { filter, active } = await readFilter(context, question);
  const page = await adviceAt(context, filter, question.paging, PAGE);
  return {
    ...page,
    active,
    choices: {
      countries: countryChoices(context),
      instruments: instrumentChoices(context),
      workAreas: termChoices(context, 'work_area'),
      statuses: termChoices(context, 'advice_status'),
    },
    reading: readingOf(context),
  };
}

/** One page of the register; cursors of its neighbours, null at the ends. */
export async function adviceAt(
  context: Context,
  filter: AdviceFilter,
  paging: Paging,
  limit: number,
): Promise<{ advice: AdviceGlance[]; newer: string | null; older: string | null }> {
  const { db, actor } = context;
  const found = await listAdvice(db, actor, filter, {
    before: await placeOf(context, paging.before, 2 ** 31 - 1),
    after: await placeOf(context, paging.after, 0),
    limit: limit + 1,
  });
  const { rows, hasNewer, hasOlder } = cutPage(found, limit, paging);
  const advice = await glanceAdvice(context, rows);
  const first = advice[0];
  const last = advice.at(-1);
  return {
    advice,
    newer: hasNewer && first ? cursorOf(first) : null,
    older: hasOlder && last ? cursorOf(last) : null,
  };
}

async function placeOf({ db, actor }: Context, turn: Turn | undefined, otherwise: number) {
  if (!turn) return undefined;
  return { on: turn.on, id: (await findVisibleAdviceId(db, actor, turn.ref)) ?? otherwise };
}

async function readFilter(context: Context, question: AdviceQuestion) {
  const { db, actor } = context;
  const country = countryNamed(context, question.country);
  const instrument = instrumentNamed(context, question.instrument);
  const workArea = termNamed(context, 'work_area', question.workArea);
  const status = termNamed(context, 'advice_status', question.status);
  const [organisation] = await listOrganisationsByRef(db, given(question.organisation));
  const [person] = await listVisiblePeopleByRef(db, actor, given(question.person));
  // a person who is hidden and one who is not there are refused alike
  if (question.organisation !== '' && !organisation) throw new BadRequest('There is no such organisation.');
  if (question.person !== '' && !person) throw new BadRequest('There is no such person.');
  const filter: AdviceFilter = {
    countryId: country?.id,
    instrumentId: instrument?.id,
    workAreaId: workArea?.id,
    statusId: status?.id,
    organisationId: organisation?.id,
    personId: person?.id,
    from: dayOf(question.from),
    to: dayOf(question.to),
  };
  const active: ActiveWord[] = [
    ...activeWords(context, { country, instrument, work_area: workArea, status }),
    ...(organisation ? [{ name: 'organisation', value: organisation.ref, label: organisation.name }] : []),
    ...(person ? [{ name: 'person', value: person.ref, label: person.name }] : []),
    ...(filter.from ? [{ name: 'from', value: filter.from, label: filter.from }] : []),
    ...(filter.to ? [{ name: 'to', value: filter.to, label: filter.to }] : []),
  ];
  return { filter, active };
}

const given = (ref: string): string[] => (ref === '' ? [] : [ref]);

function dayOf(text: string): string | undefined {
  if (text === '') return undefined;
  if (!isCalendarDay(text)) throw new BadRequest('This is no date of the calendar.');
  return text;
}
