import { makeRef } from '#app/domain/kernel/refs.ts';
import { dayAfter } from '../random.ts';
import type { Circles } from './circles.ts';
import { textAt, type ScaleOrganisation, type ScalePlan, type ScaleStaff } from './plan.ts';
import { addPromises } from './promises.ts';
import { notes, places, summaries } from './wording.ts';

/** An interaction as far as what hangs on it needs to know. */
export interface Logged {
  id: number;
  occurredOn: string;
  at: string;
  held: boolean;
  level: number;
  principals: number[];
  countryIds: number[];
  areaIds: number[];
  organisations: ScaleOrganisation[];
  author: ScaleStaff;
}

const YEARS = 6;
const DAYS_AHEAD = 60;
const LEVELS: readonly [upTo: number, level: number][] = [
  [0.8, 0],
  [0.95, 1],
  [0.995, 2],
  [1, 3],
];

/** Writes interaction number `index` of `total`, older ones first, with all that belongs to it. */
export function addInteraction(plan: ScalePlan, circles: Circles, index: number, total: number): void {
  const { chance, rows, reference } = plan;
  const id = index + 1;
  const ref = makeRef(chance.bytes);
  const [kind, area, text] = chance.pick(summaries);
  const kindId = reference.term('interaction_kind', kind).id;
  const span = YEARS * 365 + DAYS_AHEAD;
  const occurredOn = dayAfter(plan.now, Math.floor((index / total) * span) - YEARS * 365);
  const future = occurredOn > plan.now.toISOString().slice(0, 10);
  const state = future ? 'planned' : chance.happens(0.03) ? 'cancelled' : 'held';
  const organisations = partnersOf(plan, total);
  const countryIds = countriesOf(plan, organisations);
  const areaIds = [reference.term('work_area', area).id];
  if (chance.happens(0.35)) areaIds.push(chance.pick(reference.terms('work_area')).id);
  const distinctAreas = [...new Set(areaIds)];
  const author = authorFor(plan, countryIds);
  const staff = [
    ...new Set([author.accountId, ...(chance.happens(0.3) ? [chance.pick(plan.staff).accountId] : [])]),
  ];
  const draw = chance.next();
  const level = LEVELS.find(([upTo]) => draw < upTo)?.[1] ?? 0;
  const named = level >= 2 ? [...new Set(chance.some(plan.staff, 2).map((member) => member.accountId))] : [];
  const teams = [
    ...new Set([
      author.teamId,
      ...countryIds.flatMap((countryId) => reference.countryById(countryId).teamIds),
    ]),
  ];
  const readers =
    level === 0
      ? []
      : level === 1
        ? [...teams, author.accountId, ...staff]
        : [author.accountId, ...staff, ...named];
  const principals = [...new Set(readers)];
  const circleId = circles.idOf(plan, level, level === 1 ? teams : []);
  const archived = chance.happens(0.01);
  const at = `${occurredOn > plan.now.toISOString().slice(0, 10) ? plan.now.toISOString().slice(0, 10) : occurredOn}T16:00:00.000Z`;
  const summary = chance.happens(0.4) ? `${text}, ${chance.pick(places)}` : text;

  rows.add('interaction', {
    id,
    ref,
    kind_id: kindId,
    state,
    occurred_on: occurredOn,
    ended_on: null,
    occurred_time: null,
    zone: null,
    place: chance.happens(0.3) ? chance.pick(places) : null,
    part_of_id: null,
    summary: textAt(plan, level, `interaction|summary|${ref}`, summary),
    notes: textAt(plan, level, `interaction|notes|${ref}`, `${chance.pick(notes)} ${chance.pick(notes)}`),
    attribution: chance.happens(0.1) ? 'chatham_house' : 'on_record',
    level,
    circle_id: circleId,
    owning_team_id: author.teamId,
    author_id: author.accountId,
    created_at: at,
    updated_at: at,
    archived_at: archived ? at : null,
    archived_by_id: archived ? author.accountId : null,
  });
  const copied = { level, occurred_on: occurredOn };
  for (const country_id of countryIds) {
    rows.add('interaction_country', {
      interaction_id: id,
      country_id,
      level,
      kind_id: kindId,
      occurred_on: occurredOn,
    });
  }
  for (const work_area_id of distinctAreas)
    rows.add('interaction_work_area', { interaction_id: id, work_area_id, ...copied });
  for (const instrument_id of instrumentsFor(plan, area)) {
    rows.add('interaction_instrument', { interaction_id: id, instrument_id, ...copied });
  }
  for (const account_id of staff)
    rows.add('interaction_staff', { interaction_id: id, account_id, occurred_on: occurredOn });
  for (const account_id of named) rows.add('interaction_named_reader', { interaction_id: id, account_id });
  for (const principal_id of principals)
    rows.add('interaction_reader', { interaction_id: id, principal_id, ...copied, logged: archived ? 0 : 1 });
  for (const principal_id of principals.filter((one) => !teams.includes(one))) {
    for (const country_id of countryIds) {
      rows.add('country_account_reader', {
        country_id,
        principal_id,
        occurred_on: occurredOn,
        interaction_id: id,
        circle_id: circleId,
        logged: archived ? 0 : 1,
        held: !archived && state === 'held' ? 1 : 0,
      });
    }
  }
  addParticipants(plan, id, organisations, copied);
  const held = state === 'held';
  addPromises(plan, {
    id,
    occurredOn,
    at,
    held,
    level,
    principals,
    countryIds,
    areaIds: distinctAreas,
    organisations,
    author,
  });
}

/** The busiest organisation takes part in up to 5,000; the others the less the later they come. */
function partnersOf({ chance, organisations }: ScalePlan, total: number): ScaleOrganisation[] {
  const busiest = organisations[0];
  const first =
    chance.happens(Math.min(0.05, 5000 / total)) && busiest
      ? busiest
      : organisations[1 + chance.skewed(organisations.length - 1, 1.5)];
  const second = chance.happens(0.25) ? chance.pick(organisations) : undefined;
  return [...new Set([first, second].filter((organisation) => organisation !== undefined))];
}

function countriesOf({ chance }: ScalePlan, organisations: readonly ScaleOrganisation[]): number[] {
  // meetings with a body of a region or of the world concern no country
  if (chance.happens(0.04)) return [];
  return [...new Set(organisations.flatMap(({ countryId }) => (countryId === null ? [] : [countryId])))];
}

function authorFor(
  { chance, teams, staff, reference }: ScalePlan,
  countryIds: readonly number[],
): ScaleStaff {
  const [countryId] = countryIds;
  const teamIds = countryId === undefined ? [] : reference.countryById(countryId).teamIds;
  const members = teams.filter((team) => teamIds.includes(team.id)).flatMap((team) => team.staff);
  return chance.pick(members.length > 0 && chance.happens(0.95) ? members : staff);
}

const INSTRUMENTS: Record<string, readonly string[]> = {
  legal_instruments: ['CAT', 'CAT', 'ICCPR', 'ROBBEN', 'ECPT'],
  preventive_mechanisms: ['OPCAT', 'OPCAT', 'SPT-NPM', 'PARIS'],
  capacities: ['MENDEZ', 'MANDELA', 'ISTANBUL', 'LUANDA'],
  tools: ['OPCAT', 'MANDELA', 'MENDEZ'],
};

function instrumentsFor({ chance, reference }: ScalePlan, area: string): number[] {
  if (chance.happens(0.3)) return [];
  const codes = chance.some([...new Set(INSTRUMENTS[area] ?? [])], chance.happens(0.2) ? 2 : 1);
  return codes.flatMap((code) => reference.findInstrument(code)?.id ?? []);
}

function addParticipants(
  { chance, rows }: ScalePlan,
  interactionId: number,
  organisations: readonly ScaleOrganisation[],
  copied: { level: number; occurred_on: string },
): void {
  let order = 0;
  for (const organisation of organisations) {
    const people = chance.some(organisation.people, chance.below(4));
    const group = people.length === 0 && chance.happens(0.3);
    for (const person of people.length > 0 ? people : [undefined]) {
      const headcount = group ? 5 + chance.below(40) : null;
      rows.add('interaction_participant', {
        ref: makeRef(chance.bytes),
        interaction_id: interactionId,
        person_id: person?.personId ?? null,
        position_id: person?.positionId ?? null,
        organisation_id: organisation.id,
        title_then: person?.title ?? null,
        organisation_then: organisation.name,
        headcount,
        women: headcount === null ? null : Math.floor(headcount / 3),
        group_label: group ? 'participants' : null,
        sort_order: order,
        ...copied,
      });
      order += 1;
    }
  }
}
