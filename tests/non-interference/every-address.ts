import { adviceAddresses } from './advice-addresses.ts';
import type { Db } from '#db/client.ts';
import type { RefTable } from './steady.ts';

/** Months around the records, the whole of one and a day of it, narrowed in every way. */
const CALENDARS = [
  '',
  'whose=all',
  'whose=mine&view=agenda',
  'whose=all&view=agenda',
  'whose=all&kind=meetings&country=TGO',
  'whose=all&kind=follow-ups&work_area=capacities',
  'whose=all&kind=commitments',
  `whose=all&day=${dayFromNow(5)}`,
  `whose=all&month=${dayFromNow(5).slice(0, 7)}`,
  `whose=all&month=${dayFromNow(-40).slice(0, 7)}`,
  `view=agenda&month=${dayFromNow(-200).slice(0, 7)}`,
];

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Every door there is: lists with their filters, every record whether it may be seen or not, pickers, exports. */
export async function everyAddress(db: Db): Promise<string[]> {
  const refs = async (table: RefTable) =>
    (await db.selectFrom(table).select('ref').orderBy('id').execute()).map((row) => row.ref);
  const interactions = await refs('interaction');
  const objectives = await refs('objective');
  const people = await refs('person');
  const organisations = (await refs('organisation')).slice(-3);
  const told = (await db.selectFrom('notification').select('ref').orderBy('id').limit(4).execute()).map(
    (row) => row.ref,
  );
  const filters = [
    '',
    'country=TGO',
    'country=PER&work_area=legal_instruments',
    'work_area=capacities',
    'kind=meeting',
    'sensitivity=restricted',
    'sensitivity=sealed',
    'sensitivity=confidential',
    'state=planned',
    'with=advice',
    'from=2026-01-01',
    'instrument=OPCAT',
    'sort=date_asc',
    ...people.slice(0, 6).map((ref) => `person=${ref}`),
    ...organisations.map((ref) => `organisation=${ref}`),
  ];
  const words = ['men', 'quispe', 'ama', 'ministry', 'hoxha'];
  return [
    '/',
    '/organisations',
    '/people',
    '/people?q=men',
    '/countries',
    '/countries/TGO',
    '/countries/PER',
    '/instruments/OPCAT',
    '/work-areas/legal_instruments',
    '/work-areas/capacities',
    '/follow-ups',
    '/follow-ups?assignee=all',
    '/follow-ups?status=done',
    '/follow-ups?status=snoozed',
    '/follow-ups?assignee=others',
    '/follow-ups?assignee=team&work_area=capacities',
    '/follow-ups?assignee=all&country=TGO',
    '/follow-ups?assignee=all&status=snoozed',
    '/follow-ups.csv?assignee=all',
    '/follow-ups.csv?assignee=team&status=done',
    '/commitments.csv',
    '/commitments?side=ours',
    '/commitments?late=yes&country=TGO',
    '/commitments?status=kept',
    '/commitments?partner=men',
    ...people.slice(0, 4).map((ref) => `/commitments?person=${ref}`),
    ...organisations.map((ref) => `/commitments?organisation=${ref}`),
    ...interactions.slice(0, 8).map((ref) => `/follow-ups/move?interaction=${ref}&days=7`),
    ...(await refs('commitment')).slice(0, 12).map((ref) => `/commitments/${ref}`),
    ...adviceAddresses({ advice: await refs('advice'), people, organisations, interactions }),
    '/commitments',
    '/objectives',
    '/objectives?view=table',
    '/objectives?view=table&sort=target_asc',
    '/objectives?track=treaty&country=TGO',
    '/objectives?level=sealed',
    '/objectives?view=table&level=confidential',
    '/objectives?stalled=30',
    '/objectives/0000000000',
    '/objectives/new?country=TGO',
    '/suggest/objectives?country=TGO&country=PER',
    ...(await reviewAddresses(db)),
    ...CALENDARS.map((query) => `/calendar?${query}`),
    '/inbox',
    '/settings/notifications',
    '/admin/mails',
    ...told.flatMap((ref) => [`/inbox?after=unread~${ref}`, `/inbox?after=read~${ref}`]),
    '/interactions/0000000000',
    ...filters.map((query) => `/interactions?${query}`),
    ...filters.slice(0, 4).map((query) => `/interactions.csv?${query}`),
    ...words.flatMap((word) => [
      `/search?q=${word}`,
      `/suggest/partners?q=${word}`,
      `/suggest/similar?q=${word}&kind=person`,
      `/suggest/similar?q=Ama%20${word}&kind=person`,
    ]),
    ...organisations.flatMap((ref) => [
      `/suggest/memory?organisation=${ref}`,
      `/interactions/new?organisation=${ref}`,
    ]),
    ...people.flatMap((ref) => [`/suggest/positions?person=${ref}`, `/interactions/new?person=${ref}`]),
    ...interactions.flatMap((ref) => [
      `/interactions/${ref}`,
      `/interactions/${ref}/edit`,
      `/interactions/${ref}.ics`,
    ]),
    ...interactions
      .slice(0, 8)
      .flatMap((ref) => [`/interactions/${ref}/plan`, `/interactions/new?part_of=${ref}`]),
    ...people.map((ref) => `/people/${ref}`),
    ...organisations.map((ref) => `/organisations/${ref}`),
    ...objectives.flatMap((ref) => [
      ...['', '/edit', '/stances', '/evidence'].map((page) => `/objectives/${ref}${page}`),
      `/suggest/objectives?chosen=${ref}`,
      `/objectives?view=table&after=${ref}`,
    ]),
    ...objectives
      .slice(0, 4)
      .flatMap((ref) => [`/objectives/${ref}/moves`, `/interactions/new?objective=${ref}`]),
    ...(await refs('attachment')).map((ref) => `/files/${ref}`),
    ...interactions.slice(0, 15).map((ref) => `/files/on/interaction/${ref}`),
    ...(await refs('advice_step')).slice(-15).map((ref) => `/files/on/advice-step/${ref}`),
    ...(await refs('objective_move')).map((ref) => `/files/on/objective-move/${ref}`),
    '/files/0000000000',
    ...(await refs('follow_up'))
      .slice(0, 12)
      .flatMap((ref) => [
        `/follow-ups/${ref}`,
        `/follow-ups/${ref}.ics`,
        `/follow-ups/${ref}/edit`,
        `/suggest/assignees?follow_up=${ref}`,
        `/interactions/new?follow_up=${ref}`,
      ]),
  ];
}

/** Reviews are public, what is linked to their recommendations is not. */
async function reviewAddresses(db: Db): Promise<string[]> {
  const reviews = await db.selectFrom('review').select('ref').where('upr_review_id', 'is', null).execute();
  const recommendations = await db.selectFrom('recommendation').select('ref').execute();
  return [
    '/reviews?country=TGO&state=all',
    '/reviews.csv?country=PER',
    '/recommendations',
    '/recommendations?pushed=yes',
    '/recommendations?pushed=no',
    '/recommendations.csv?pushed=yes',
    ...reviews.flatMap(({ ref }) => [`/reviews/${ref}`, `/reviews/${ref}/edit`, `/reviews/${ref}/deadlines`]),
    ...recommendations.flatMap(({ ref }) => [`/recommendations/${ref}`, `/recommendations/${ref}/edit`]),
  ];
}
