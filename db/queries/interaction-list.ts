import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import { copiedLevelVisibleTo } from '../country-visibility.ts';
import { prepared } from '../prepared.ts';
import type { InteractionState } from '../schema/interactions.ts';
import {
  personVisibleOrNone,
  readOfLevel,
  readsRecords,
  visibleByDate,
  visibleTo,
  type Actor,
  type NewestPage,
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
  const question = asked(actor, filter, page);
  if (!isMerged(filter)) return walkedPlaces(db, ...question);
  return (await mergedPlaces(db, ...question)).map((row) => ({ on: row.occurred_on, id: row.id }));
}

const mergedPlaces = prepared<ListValues, { id: number; occurred_on: string }, ListShape>((values, shape) => {
  const { filter, page } = listOf(values, shape);
  return visibleByDate(values.actor, page, filter.level);
});

const walkedPlaces = prepared<ListValues, Place, ListShape>((values, shape) => {
  const { filter, page } = listOf(values, shape);
  const order = page.after ? sql`asc` : sql`desc`;
  const walk = walked(values.actor, filter, page);
  return sql`${walk.select} order by ${walk.on} ${order}, ${walk.id} ${order} limit ${page.limit}`;
});

/** How many there are, counted up to `most`. */
export async function countFiltered(
  db: Db,
  actor: Actor,
  filter: InteractionFilter,
  most: number,
): Promise<number> {
  if (!readsRecords(actor)) return 0;
  const [counted] = await filteredCount(db, ...asked(actor, filter, { limit: most }));
  return counted?.n ?? 0;
}

const filteredCount = prepared<ListValues, { n: number }, ListShape>((values, shape) => {
  const { filter, page } = listOf(values, shape);
  const rows = isMerged(filter)
    ? visibleByDate(values.actor, page, filter.level)
    : sql`${walked(values.actor, filter, page).select} limit ${page.limit}`;
  return sql`select count(*) as n from (${rows}) as found`;
});

type ListValues = Omit<InteractionFilter, 'level' | 'with'> & {
  actor: Actor;
  before: readonly (string | number)[] | undefined;
  after: readonly (string | number)[] | undefined;
  limit: number;
};
type ListShape = Pick<InteractionFilter, 'level' | 'with'>;

/** A list as a prepared question takes it: what it is narrowed to and where it begins, in one row of values. */
function asked(
  actor: Actor,
  { level, with: what, ...filter }: InteractionFilter,
  { before, after, limit }: ListPage,
): [ListValues, ListShape] {
  const place = (one: Place | undefined) => one && [one.on, one.id];
  return [
    { ...filter, actor, before: place(before), after: place(after), limit },
    { ...(level === undefined ? {} : { level }), ...(what ? { with: what } : {}) },
  ];
}

function listOf({ actor: _actor, before, after, limit, ...filter }: ListValues, shape: ListShape) {
  const place = (one: readonly (string | number)[] | undefined) =>
    one && ({ on: one[0], id: one[1] } as Place);
  const [earlier, later] = [place(before), place(after)];
  const { from, to } = filter;
  const page: NewestPage = {
    limit,
    ...(earlier ? { before: earlier } : {}),
    ...(later ? { after: later } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
  return { filter: { ...filter, ...shape } as InteractionFilter, page };
}

/** Dates and levels alone are answered by merging what each principal may see, which tells nothing by its time. */
function isMerged({ level: _level, from: _from, to: _to, ...others }: InteractionFilter): boolean {
  return Object.values(others).every((value) => value === undefined);
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
  conditions.push(
    driver?.key === 'countryId' && isToldByLink(filter)
      ? sql`link.logged = 1 and ${copiedLevelVisibleTo(actor, 'link')}`
      : sql`exists (select 1 from interaction where interaction.id = link.interaction_id
          and ${sql.join(own, sql` and `)} limit 1 offset 0)`,
  );
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

/** True where the link to a country, which has copies of level, kind and archival, answers all that is asked of the record. */
function isToldByLink({ authorId, teamId, state, with: what }: InteractionFilter): boolean {
  return [authorId, teamId, state, what].every((one) => one === undefined);
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
