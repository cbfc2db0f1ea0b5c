import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import type { InteractionState } from '../schema/interactions.ts';
import { copiedLevelVisibleTo } from '../country-visibility.ts';
import { prepared } from '../prepared.ts';
import { personVisibleOrNone, readsRecords, visibleTo, type Actor } from '../visibility.ts';

/** What a timeline is of. With `countryId`, only what also concerns that country. */
export interface TimelineOf {
  of: 'organisation' | 'person' | 'country' | 'work_area' | 'instrument';
  id: number;
  countryId?: number;
}

/** A place in the order of date, then id. */
export interface Place {
  on: string;
  id: number;
}

export interface TimelinePage {
  /** Older than this place, newest first. */
  before?: Place;
  /** Newer than this place, oldest first. */
  after?: Place;
  state?: InteractionState;
  limit: number;
}

const links = {
  organisation: { table: 'interaction_participant', column: 'organisation_id' },
  person: { table: 'interaction_participant', column: 'person_id' },
  country: { table: 'interaction_country', column: 'country_id' },
  work_area: { table: 'interaction_work_area', column: 'work_area_id' },
  instrument: { table: 'interaction_instrument', column: 'instrument_id' },
} as const;

/**
 * Ids of the visible interactions of a timeline, walking the index of its own link by date. Grouped by what the index
 * sorts by, since an organisation takes part in a meeting as often as it has people there.
 */
export async function listTimelineIds(
  db: Db,
  actor: Actor,
  timeline: TimelineOf,
  { before, after, state, limit }: TimelinePage,
): Promise<number[]> {
  if (!readsRecords(actor)) return [];
  // A country has fewer rows than a work area or an instrument: walk that one, and ask the other of each row.
  const both = timeline.countryId !== undefined;
  const values = {
    actor,
    walkedId: timeline.countryId ?? timeline.id,
    otherId: both ? timeline.id : undefined,
    before: before && [before.on, before.id],
    after: after && [after.on, after.id],
    limit,
  };
  const shape = { walked: both ? 'country' : timeline.of, other: timeline.of, state } as const;
  return (await timelineIds(db, values, shape)).map((row) => row.id);
}

type TimelineValues = {
  actor: Actor;
  walkedId: number;
  otherId: number | undefined;
  before: readonly (string | number)[] | undefined;
  after: readonly (string | number)[] | undefined;
  limit: number;
};

type TimelineShape = {
  walked: TimelineOf['of'];
  other: TimelineOf['of'];
  state: InteractionState | undefined;
};

const timelineIds = prepared<TimelineValues, { id: number }, TimelineShape>(
  ({ actor, walkedId, otherId, before, after, limit }, { walked, other, state }) => {
    const { table, column } = links[walked];
    const order = after ? sql`asc` : sql`desc`;
    const conditions = [sql<SqlBool>`${sql.ref(`link.${column}`)} = ${walkedId}`];
    const at = sql`(link.occurred_on, link.interaction_id)`;
    if (before) conditions.push(sql`${at} < (${sql.join([...before])})`);
    if (after) conditions.push(sql`${at} > (${sql.join([...after])})`);
    if (table === 'interaction_participant')
      conditions.push(sql`${personVisibleOrNone(actor, 'link.person_id')}`);
    if (otherId !== undefined) conditions.push(linked(other, otherId));
    conditions.push(
      table === 'interaction_country' && state !== 'planned' && state !== 'cancelled'
        ? sql`${state === 'held' ? sql`link.held` : sql`link.logged`} = 1 and ${copiedLevelVisibleTo(actor, 'link')}`
        : counts(actor, state),
    );
    return sql`select link.interaction_id as id
      from ${sql.table(table)} as link where ${sql.join(conditions, sql` and `)}
      group by link.occurred_on, link.interaction_id
      order by link.occurred_on ${order}, link.interaction_id ${order} limit ${limit}`;
  },
);

function linked(of: TimelineOf['of'], id: number): RawBuilder<SqlBool> {
  const { table, column } = links[of];
  return sql`exists (select 1 from ${sql.table(table)} as other
    where other.interaction_id = link.interaction_id and ${sql.ref(`other.${column}`)} = ${id})`;
}

/** True for a link whose interaction the actor sees, and which stands in lists. */
function counts(actor: Actor, state: InteractionState | undefined): RawBuilder<SqlBool> {
  const only = state ? sql`and interaction.state = ${state}` : sql``;
  return sql`exists (select 1 from interaction where interaction.id = link.interaction_id
    and interaction.archived_at is null ${only} and ${visibleTo(actor, 'interaction')})`;
}

export interface InteractionRow {
  id: number;
  ref: string;
  occurred_on: string;
  summary: string;
  level: number;
  kind_id: number;
  state: InteractionState;
}

/** The rows behind ids, in the order of the ids. Texts are as stored. */
export async function listInteractionRows(
  db: Db,
  actor: Actor,
  ids: readonly number[],
): Promise<InteractionRow[]> {
  if (ids.length === 0) return [];
  const byId = new Map((await interactionRows(db, { actor, ids })).map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const interactionRows = prepared<{ actor: Actor; ids: readonly number[] }, InteractionRow>(
  ({ actor, ids }, _shape, db) =>
    db
      .selectFrom('interaction')
      .select(['id', 'ref', 'occurred_on', 'summary', 'level', 'kind_id', 'state'])
      .where('id', 'in', ids)
      .where(visibleTo(actor, 'interaction')),
);

export interface PartnerMet {
  interaction_id: number;
  organisation_ref: string | null;
  /** As it was called that day. */
  organisation_name: string | null;
  person_name: string | null;
  headcount: number | null;
  women: number | null;
  group_label: string | null;
}

/** Who took part in some interactions, as far as lists name them: a page has two or three hundred. */
export async function listPartnersMet(
  db: Db,
  actor: Actor,
  interactionIds: readonly number[],
): Promise<PartnerMet[]> {
  return interactionIds.length === 0 ? [] : partnersMet(db, { actor, ids: interactionIds });
}

const partnersMet = prepared<{ actor: Actor; ids: readonly number[] }, PartnerMet>(
  ({ actor, ids }) => sql`select met.interaction_id, organisation.ref as organisation_ref,
      coalesce(met.organisation_then, organisation.name) as organisation_name, person.name as person_name,
      met.headcount, met.women, met.group_label
    from interaction_participant as met
    left join person on person.id = met.person_id
    left join organisation on organisation.id = met.organisation_id
    where met.interaction_id in (${sql.join([...ids])})
      and (met.person_id is null or ${visibleTo(actor, 'person')})
    order by met.interaction_id, met.sort_order, met.id`,
);

/** Work areas and countries of some interactions, by the interaction's id. */
export async function listInteractionLinks(db: Db, ids: readonly number[]) {
  const found = new Map(ids.map((id) => [id, { workAreas: [] as number[], countries: [] as number[] }]));
  if (ids.length === 0) return found;
  for (const { id, area, country } of await interactionLinks(db, { ids })) {
    if (area !== null) found.get(id)?.workAreas.push(area);
    if (country !== null) found.get(id)?.countries.push(country);
  }
  return found;
}

const interactionLinks = prepared<
  { ids: readonly number[] },
  { id: number; area: number | null; country: number | null }
>(
  ({ ids }) => sql`select interaction_id as id, work_area_id as area, cast(null as integer) as country
    from interaction_work_area where interaction_id in (${sql.join([...ids])})
    union all select interaction_id, null, country_id
    from interaction_country where interaction_id in (${sql.join([...ids])})`,
);

/** The id of an interaction that a page was turned at, if the actor sees it. */
export async function findVisibleInteractionId(
  db: Db,
  actor: Actor,
  ref: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('interaction')
    .select('id')
    .where('ref', '=', ref)
    .where(visibleTo(actor, 'interaction'))
    .executeTakeFirst();
  return row?.id;
}
