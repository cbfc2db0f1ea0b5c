import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import type { InteractionState } from '../schema/interactions.ts';
import {
  personVisibleOrNone,
  readOfLevel,
  readsRecords,
  visibleByDate,
  visibleTo,
  type Actor,
} from '../visibility.ts';
import type { Place } from './timeline.ts';

/** What a list of interactions is narrowed to. Ids were resolved through the actor. */
export interface InteractionFilter {
  countryId?: number;
  workAreaId?: number;
  instrumentId?: number;
  organisationId?: number;
  personId?: number;
  /** Held with organisations of these kinds. */
  partnerTypeIds?: readonly number[];
  kindId?: number;
  authorId?: number;
  teamId?: number;
  level?: number;
  state?: InteractionState;
  from?: string;
  to?: string;
  with?: 'advice' | 'commitment' | 'follow_up';
}

export interface ListPage {
  before?: Place;
  after?: Place;
  limit: number;
}

type Link = {
  table: string;
  column: string;
  key: 'countryId' | 'workAreaId' | 'instrumentId' | 'organisationId' | 'personId';
};

/** Links whose index is walked by date, the one with the fewest rows as a rule first. */
const LINKS: readonly Link[] = [
  { key: 'personId', table: 'interaction_participant', column: 'person_id' },
  { key: 'organisationId', table: 'interaction_participant', column: 'organisation_id' },
  { key: 'countryId', table: 'interaction_country', column: 'country_id' },
  { key: 'instrumentId', table: 'interaction_instrument', column: 'instrument_id' },
  { key: 'workAreaId', table: 'interaction_work_area', column: 'work_area_id' },
];

/** Places of the visible interactions of a filtered list, newest first; oldest first with `after`. */
export async function listFilteredPlaces(
  db: Db,
  actor: Actor,
  filter: InteractionFilter,
  page: ListPage,
): Promise<Place[]> {
  if (!readsRecords(actor)) return [];
  const merged = mergedPage(filter, page);
  if (merged) {
    const found = await visibleByDate(actor, merged, filter.level).execute(db);
    return found.rows.map((row) => ({ on: row.occurred_on, id: row.id }));
  }
  const order = page.after ? sql`asc` : sql`desc`;
  const walk = walked(actor, filter, page);
  const rows = await sql<Place>`${walk.select}
    order by ${walk.on} ${order}, ${walk.id} ${order} limit ${page.limit}`.execute(db);
  return rows.rows;
}

/** How many there are, counted up to `most`. */
export async function countFiltered(
  db: Db,
  actor: Actor,
  filter: InteractionFilter,
  most: number,
): Promise<number> {
  if (!readsRecords(actor)) return 0;
  const merged = mergedPage(filter, { limit: most });
  const rows = merged
    ? visibleByDate(actor, merged, filter.level)
    : sql`${walked(actor, filter, { limit: most }).select} limit ${most}`;
  const counted = await sql<{ n: number }>`select count(*) as n from (${rows}) as found`.execute(db);
  return counted.rows[0]?.n ?? 0;
}

/** Dates and levels alone are answered by merging what each principal may see, which tells nothing by its time. */
function mergedPage(filter: InteractionFilter, page: ListPage) {
  const { level: _level, from, to, ...others } = filter;
  if (Object.values(others).some((value) => value !== undefined)) return undefined;
  return { ...page, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

interface Walk {
  select: RawBuilder<unknown>;
  on: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
}

/** From this level on only people who are named read a record. */
const NAMED_ONLY = 2;

function walked(actor: Actor, filter: InteractionFilter, page: ListPage): Walk {
  const ofNamed = filter.level !== undefined && filter.level >= NAMED_ONLY ? filter.level : undefined;
  const driver = ofNamed === undefined ? LINKS.find(({ key }) => filter[key] !== undefined) : undefined;
  const links = ofNamed !== undefined || driver !== undefined;
  const on = links ? sql`link.occurred_on` : sql`interaction.occurred_on`;
  const id = links ? sql`link.interaction_id` : sql`interaction.id`;
  const conditions: RawBuilder<SqlBool>[] = [];
  if (page.before) conditions.push(sql`(${on}, ${id}) < (${page.before.on}, ${page.before.id})`);
  if (page.after) conditions.push(sql`(${on}, ${id}) > (${page.after.on}, ${page.after.id})`);
  if (filter.from) conditions.push(sql`${on} >= ${filter.from}`);
  if (filter.to) conditions.push(sql`${on} <= ${filter.to}`);
  for (const link of LINKS) {
    if (link !== driver && filter[link.key] !== undefined)
      conditions.push(linkedTo(actor, link, filter[link.key] ?? -1, id));
  }
  if (filter.partnerTypeIds) conditions.push(withPartnersOf(actor, filter.partnerTypeIds, id));
  const own = [...ownConditions(actor, filter), sql<SqlBool>`${visibleTo(actor, 'interaction')}`];
  if (!links) {
    return {
      select: sql`select interaction.id as id, interaction.occurred_on as "on" from interaction
        where ${sql.join([...conditions, ...own], sql` and `)}`,
      on,
      id,
    };
  }
  conditions.push(sql`exists (select 1 from interaction where interaction.id = link.interaction_id
    and ${sql.join(own, sql` and `)} limit 1 offset 0)`);
  // An organisation takes part as often as it has people there: grouped by what its index sorts by.
  const grouped =
    driver?.table === 'interaction_participant' ? sql`group by link.occurred_on, link.interaction_id` : sql``;
  const from = driver ? sql.table(driver.table) : sql`(${readOfLevel(actor, ofNamed ?? NAMED_ONLY)})`;
  return {
    select: sql`select link.interaction_id as id, link.occurred_on as "on" from ${from} as link
      where ${sql.join([...(driver ? ofDriver(actor, driver, filter) : []), ...conditions], sql` and `)} ${grouped}`,
    on,
    id,
  };
}

/** What the index of a link answers by itself. */
function ofDriver(
  actor: Actor,
  { key, table, column }: Link,
  filter: InteractionFilter,
): RawBuilder<SqlBool>[] {
  const conditions = [sql<SqlBool>`${sql.ref(`link.${column}`)} = ${filter[key]}`];
  if (filter.level !== undefined) conditions.push(sql`${sql.ref('link.level')} = ${filter.level}`);
  if (key === 'countryId' && filter.kindId !== undefined)
    conditions.push(sql`link.kind_id = ${filter.kindId}`);
  if (table === 'interaction_participant')
    conditions.push(sql`${personVisibleOrNone(actor, 'link.person_id')}`);
  return conditions;
}

function linkedTo(actor: Actor, link: Link, value: number, id: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const hidden =
    link.table === 'interaction_participant'
      ? sql`and ${personVisibleOrNone(actor, 'other.person_id')}`
      : sql``;
  return sql`exists (select 1 from ${sql.table(link.table)} as other
    where other.interaction_id = ${id} and ${sql.ref(`other.${link.column}`)} = ${value} ${hidden})`;
}

/** Asked of each row of a walk: nearly every interaction has a partner, and partners are of few kinds. */
function withPartnersOf(
  actor: Actor,
  typeIds: readonly number[],
  id: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  return sql`exists (select 1 from interaction_participant as partner
    inner join organisation on organisation.id = partner.organisation_id
    where partner.interaction_id = ${id} and organisation.partner_type_id in (${sql.join([...typeIds])})
      and ${personVisibleOrNone(actor, 'partner.person_id')})`;
}

/** Conditions on the interaction's own columns, and on what came of it. */
function ownConditions(actor: Actor, filter: InteractionFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [sql`interaction.archived_at is null`];
  if (filter.kindId !== undefined) conditions.push(sql`interaction.kind_id = ${filter.kindId}`);
  if (filter.authorId !== undefined) conditions.push(sql`interaction.author_id = ${filter.authorId}`);
  if (filter.teamId !== undefined) conditions.push(sql`interaction.owning_team_id = ${filter.teamId}`);
  if (filter.state !== undefined) conditions.push(sql`interaction.state = ${filter.state}`);
  if (filter.level !== undefined) conditions.push(sql`${sql.ref('interaction.level')} = ${filter.level}`);
  if (filter.with !== undefined) {
    conditions.push(sql`exists (select 1 from ${sql.table(filter.with)} as child
      where child.interaction_id = interaction.id and child.archived_at is null
        and ${visibleTo(actor, filter.with, 'child')} limit 1 offset 0)`);
  }
  return conditions;
}

export interface Consequences {
  advice: number;
  commitments: number;
  followUps: number;
}

/** How many pieces of advice, commitments and follow-ups came of each of some interactions the actor sees. */
export async function countVisibleConsequences(
  db: Db,
  actor: Actor,
  ids: readonly number[],
): Promise<Map<number, Consequences>> {
  const counts = new Map(ids.map((id) => [id, { advice: 0, commitments: 0, followUps: 0 }]));
  if (ids.length === 0) return counts;
  const branch = (
    noun: 'advice' | 'commitment' | 'follow_up',
  ) => sql`select interaction_id as id, ${sql.lit(noun)} as noun, count(*) as n
    from ${sql.table(noun)} as child where interaction_id in (${sql.join([...ids])}) and archived_at is null
      and ${visibleTo(actor, noun, 'child')} group by interaction_id`;
  const rows = await sql<{
    id: number;
    noun: string;
    n: number;
  }>`${branch('advice')} union all ${branch('commitment')} union all ${branch('follow_up')}`.execute(db);
  for (const row of rows.rows) {
    const found = counts.get(row.id);
    if (!found) continue;
    if (row.noun === 'advice') found.advice = row.n;
    else if (row.noun === 'commitment') found.commitments = row.n;
    else found.followUps = row.n;
  }
  return counts;
}
