import { sql } from 'kysely';
import type { Db } from '../client.ts';
import {
  adviceOutsideTalliesOf,
  circleOfCountryVisibleTo,
  copiedLevelVisibleTo,
  guardedKindsVisibleTo,
  visibleOutsideTalliesOf,
} from '../country-visibility.ts';
import { prepared } from '../prepared.ts';
import { readsRecords, type Actor } from '../visibility.ts';
import { quarterOf } from './tally-words.ts';

/** What is counted of a country, within the actor's access: sums over few rows, and the few that are in no tally. */

/** Days 'YYYY-MM-DD', both included. */
export interface Days {
  from: string;
  to: string;
}

export interface WorkCount {
  /** A work area, or a kind of partner at the root of its branch. */
  term_id: number;
  /** 'YYYY-Qn' */
  quarter: string;
  held: number;
  /** The latest day of a kind met only through people above internal. */
  guarded_on: string | null;
}

/**
 * Interactions held by work area and by kind of partner. `quarters` begins and ends with one. The cross join holds
 * SQLite to the order in which it is written: it would read all that the country has, to look for the few.
 */
export async function listCountryWork(
  db: Db,
  actor: Actor,
  countryId: number,
  quarters: Days,
): Promise<WorkCount[]> {
  if (!readsRecords(actor)) return [];
  const [from, to] = [quarterName(quarters.from), quarterName(quarters.to)];
  return countryWork(db, { actor, countryId, ...quarters, firstQuarter: from, lastQuarter: to });
}

type WorkValues = {
  actor: Actor;
  countryId: number;
  from: string;
  to: string;
  firstQuarter: string;
  lastQuarter: string;
};

const countryWork = prepared<WorkValues, WorkCount>(
  ({ actor, countryId, firstQuarter, lastQuarter, ...days }) => sql`
    with outside as materialized (${visibleOutsideTalliesOf(actor, countryId, days)})
    select term_id, quarter, sum(held) as held, max(guarded_on) as guarded_on from (
      select term_id, quarter, held, cast(null as text) as guarded_on from country_work_tally
      where country_id = ${countryId} and quarter >= ${firstQuarter} and quarter <= ${lastQuarter}
        and ${circleOfCountryVisibleTo(actor, countryId, 'country_work_tally.circle_id')}
      union all
      select area.work_area_id, ${quarterOf('outside.occurred_on')}, 1, null
      from outside inner join interaction_work_area as area on area.interaction_id = outside.id
      where outside.held = 1
      union all
      select kind.term_id, ${quarterOf('kind.occurred_on')}, 1, null
      from outside cross join country_partner_kind as kind
      where kind.interaction_id = outside.id and kind.country_id = ${countryId}
      union all
      select guarded.term_id, ${quarterOf('guarded.occurred_on')}, 1, guarded.occurred_on
      from (${guardedKindsVisibleTo(actor, countryId, days)}) as guarded
    ) as counted group by term_id, quarter having sum(held) > 0`,
);

/** The quarter that a day lies in, 'YYYY-Qn'. */
export function quarterName(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

export interface PartnerKind {
  /** A partner type, not only those at the root. */
  id: number;
  /** 1 where an organisation of the country is of it; 0 where `last_on` is told. */
  present: number;
  /** The last meeting with the branch of a type at the root, within the days. */
  last_on: string | null;
}

/** The partner types of a country's organisations, and when each branch was last met: few looks into an index. */
export async function listPartnerKinds(
  db: Db,
  actor: Actor,
  countryId: number,
  { from, to }: Days,
): Promise<PartnerKind[]> {
  return partnerKinds(db, { actor, countryId, from, to });
}

const partnerKinds = prepared<{ actor: Actor; countryId: number; from: string; to: string }, PartnerKind>(
  ({
    actor,
    countryId,
    from,
    to,
  }) => sql`select partner_type_id as id, 1 as present, cast(null as text) as last_on
    from organisation where country_id = ${countryId} and archived_at is null group by partner_type_id
    union all select top.id, 0, (select kind.occurred_on from country_partner_kind as kind
        where kind.country_id = ${countryId} and kind.term_id = top.id
          and kind.occurred_on >= ${from} and kind.occurred_on <= ${to} and ${copiedLevelVisibleTo(actor, 'kind')}
        order by kind.occurred_on desc, kind.interaction_id desc limit 1)
    from term as top where top.vocabulary = 'partner_type' and top.parent_id is null`,
);

/** Interactions held in the months ('YYYY-MM', both included) of a year and of the year before it. */
export async function countHeldInYears(
  db: Db,
  actor: Actor,
  countryId: number,
  years: { before: string; from: string; to: string },
): Promise<{ year: number; before: number }> {
  const days = { from: `${years.before}-01`, to: `${years.to}-31` };
  const [counts] = await heldInYears(db, {
    actor,
    countryId,
    ...years,
    firstDay: days.from,
    lastDay: days.to,
  });
  return counts ?? { year: 0, before: 0 };
}

type YearValues = {
  actor: Actor;
  countryId: number;
  before: string;
  from: string;
  to: string;
  firstDay: string;
  lastDay: string;
};

const heldInYears = prepared<YearValues, { year: number; before: number }>(
  ({ actor, countryId, before, from, to, firstDay, lastDay }) => sql`select
      coalesce(sum(case when month >= ${from} then held else 0 end), 0) as year,
      coalesce(sum(case when month < ${from} then held else 0 end), 0) as before
    from (
      select month, held from country_tally
      where country_id = ${countryId} and month >= ${before} and month <= ${to}
        and ${circleOfCountryVisibleTo(actor, countryId, 'country_tally.circle_id')}
      union all select substr(mine.occurred_on, 1, 7), 1
      from (${visibleOutsideTalliesOf(actor, countryId, { from: firstDay, to: lastDay })}) as mine
      where mine.held = 1) as counted`,
);

/** Interactions on a country and a work area, planned ones among `logged`. */
export async function countInCountryAndArea(
  db: Db,
  actor: Actor,
  countryId: number,
  workAreaId: number,
): Promise<{ logged: number; held: number }> {
  const [counts] = await inCountryAndArea(db, { actor, countryId, workAreaId });
  return counts ?? { logged: 0, held: 0 };
}

const inCountryAndArea = prepared<
  { actor: Actor; countryId: number; workAreaId: number },
  { logged: number; held: number }
>(
  ({ actor, countryId, workAreaId }) => sql`select
      coalesce(sum(logged), 0) as logged, coalesce(sum(held), 0) as held
    from (
      select logged, held from country_work_tally where country_id = ${countryId} and term_id = ${workAreaId}
        and ${circleOfCountryVisibleTo(actor, countryId, 'country_work_tally.circle_id')}
      union all select 1, mine.held
      from (${visibleOutsideTalliesOf(actor, countryId)}) as mine
      inner join interaction_work_area as area on area.interaction_id = mine.id and area.work_area_id = ${workAreaId}
    ) as counted`,
);

export interface AdviceCount {
  /** null in the rows that count adoptions. */
  status_id: number | null;
  /** Months to the first adoption; null in the rows that count by status. */
  months: number | null;
  pieces: number;
  /** Of those, given in the month `until` or before it. */
  early: number;
}

/**
 * Advice on a country given since a year began, by status; and what was adopted, by the months it took. More than one
 * row may speak of the same: those are to be added. Three questions, since SQLite answers them in a third of the time
 * it takes for one.
 */
export async function listAdviceCounts(
  db: Db,
  actor: Actor,
  countryId: number,
  { since, until }: { since: string; until: string },
): Promise<AdviceCount[]> {
  if (!readsRecords(actor)) return [];
  const of = { actor, countryId };
  const standing = await adviceStanding(db, { ...of, month: since.slice(0, 7), until });
  const adopted = await adviceAdopted(db, { ...of, year: since.slice(0, 4) });
  const outside = await adviceOutside(db, { ...of, since });
  return [
    ...standing.map((row) => ({ ...row, months: null })),
    ...adopted.map((row) => ({ ...row, status_id: null, early: 0 })),
    ...outside.flatMap(({ status_id, given_on, months }): AdviceCount[] => [
      { status_id, months: null, pieces: 1, early: given_on.slice(0, 7) <= until ? 1 : 0 },
      ...(months === null ? [] : [{ status_id: null, months, pieces: 1, early: 0 }]),
    ]),
  ];
}

const adviceStanding = prepared<
  { actor: Actor; countryId: number; month: string; until: string },
  { status_id: number; pieces: number; early: number }
>(
  ({ actor, countryId, month, until }) => sql`select status_id, sum(pieces) as pieces,
      sum(case when month <= ${until} then pieces else 0 end) as early
    from country_advice_tally where country_id = ${countryId} and month >= ${month}
      and ${circleOfCountryVisibleTo(actor, countryId, 'country_advice_tally.circle_id')}
    group by status_id`,
);

const adviceAdopted = prepared<
  { actor: Actor; countryId: number; year: string },
  { months: number; pieces: number }
>(
  ({ actor, countryId, year }) => sql`select months, sum(pieces) as pieces
    from country_adoption_tally where country_id = ${countryId} and year >= ${year}
      and ${circleOfCountryVisibleTo(actor, countryId, 'country_adoption_tally.circle_id')}
    group by months having sum(pieces) > 0`,
);

const adviceOutside = prepared<
  { actor: Actor; countryId: number; since: string },
  { status_id: number; given_on: string; months: number | null }
>(({ actor, countryId, since }) => adviceOutsideTalliesOf(actor, countryId, since));
