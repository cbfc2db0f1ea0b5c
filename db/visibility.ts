import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Role } from './schema/accounts.ts';

/**
 * Need to know. This file alone decides who sees what: every read of a protected noun starts from a predicate
 * made here. The audience of a record is written by `audience.ts`, in the record's own transaction.
 */

export interface Actor {
  accountId: number;
  ref: string;
  name: string;
  email: string;
  roles: readonly Role[];
  teamIds: readonly number[];
  zone: string;
  language: string;
  shortcutsOff: boolean;
}

export type ProtectedNoun =
  | 'interaction'
  | 'person'
  | 'assessment'
  | 'advice'
  | 'commitment'
  | 'follow_up'
  | 'objective'
  | 'attachment';

/** An account that is only administrator reads no protected noun, whatever teams it belongs to. */
export function readsRecords(actor: Actor): boolean {
  return actor.roles.some((role) => role !== 'administrator');
}

/** The account and its teams: the principals whose reader rows open a record above "internal". */
export function principalsOf(actor: Actor): number[] {
  return readsRecords(actor) ? [actor.accountId, ...actor.teamIds] : [];
}

const NEVER = sql<SqlBool>`1 = 0`;

/** True where a column names a principal of the reader. */
type IsReader = (principalId: RawBuilder<unknown>) => RawBuilder<SqlBool>;

/**
 * True for the rows of `noun` (known in the query as `alias`) that the actor may see.
 * `limit 1 offset 0` keeps PostgreSQL from hashing every reader row of the actor first; SQLite does not mind.
 */
export function visibleTo(actor: Actor, noun: ProtectedNoun, alias: string = noun): Expression<SqlBool> {
  const principals = principalsOf(actor);
  if (principals.length === 0) return NEVER;
  return readBy(noun, alias, (id) => sql<SqlBool>`${id} in (${sql.join(principals)})`);
}

function readBy(noun: ProtectedNoun, alias: string, isReader: IsReader): RawBuilder<SqlBool> {
  const reader = `${alias}_reader_of`;
  const own = sql<SqlBool>`(${sql.ref(`${alias}.level`)} = 0 or exists (
    select 1 from ${sql.table(`${noun}_reader`)} as ${sql.id(reader)}
    where ${sql.ref(`${reader}.${noun}_id`)} = ${sql.ref(`${alias}.id`)}
      and ${isReader(sql.ref(`${reader}.principal_id`))} limit 1 offset 0))`;
  const parent = (of: 'interaction' | 'objective') => {
    const name = `${alias}_${of}_of`;
    return sql<SqlBool>`exists (select 1 from ${sql.table(of)} as ${sql.id(name)}
      where ${sql.ref(`${name}.id`)} = ${sql.ref(`${alias}.${of}_id`)} and ${readBy(of, name, isReader)} limit 1 offset 0)`;
  };
  // Its readers are named apart from the interaction's: who reads it must read both.
  if (noun === 'assessment') return sql<SqlBool>`(${own} and ${parent('interaction')})`;
  if (noun !== 'advice' && noun !== 'follow_up') return own;
  // Who reads two parents is no list of principals: somebody may read one through a team and the other by name.
  return sql<SqlBool>`(${own} and (${sql.ref(`${alias}.objective_id`)} is null or ${sql.ref(`${alias}.interaction_id`)} is null
    or (${parent('interaction')} and ${parent('objective')})))`;
}

/** As `visibleTo`, of one level only. */
export function visibleAtLevel(
  actor: Actor,
  noun: ProtectedNoun,
  level: number,
  alias: string = noun,
): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.ref(`${alias}.level`)} = ${level} and ${visibleTo(actor, noun, alias)})`;
}

/**
 * True for the pairs of an account (column `accountId`) and a row of `noun` (known as `alias`) where that colleague may
 * see the row: the rule of `visibleTo` for many readers at once, so that nobody is told of what is hidden from them.
 */
export function visibleToAccount(noun: ProtectedNoun, alias: string, accountId: string): Expression<SqlBool> {
  const account = sql.ref(accountId);
  const isReader: IsReader = (id) => sql<SqlBool>`(${id} = ${account} or ${id} in (
    select team_id from account_team where account_team.account_id = ${account}))`;
  return sql<SqlBool>`(exists (select 1 from account_role
      where account_role.account_id = ${account} and account_role.role <> 'administrator')
    and ${readBy(noun, alias, isReader)})`;
}

/**
 * True where a link to a person (column `personId`, such as `participant.person_id`) names nobody or somebody
 * the actor may see: a hidden person is left out of rows and of counts.
 */
export function personVisibleOrNone(actor: Actor, personId: string): Expression<SqlBool> {
  const reference = sql.ref(personId);
  return sql<SqlBool>`(${reference} is null or exists (
    select 1 from person as linked_person
    where linked_person.id = ${reference} and ${visibleTo(actor, 'person', 'linked_person')} limit 1 offset 0))`;
}

export interface NewestPage {
  /** Rows older than this place in the order (occurred_on, id), or from the newest. */
  before?: { on: string; id: number };
  /** Rows newer than this place, oldest first. */
  after?: { on: string; id: number };
  from?: string;
  to?: string;
  limit: number;
}

function placeWithin(page: NewestPage, on: string, id: string): RawBuilder<SqlBool> {
  const conditions = [sql<SqlBool>`1 = 1`];
  if (page.before)
    conditions.push(sql`(${sql.ref(on)}, ${sql.ref(id)}) < (${page.before.on}, ${page.before.id})`);
  if (page.after)
    conditions.push(sql`(${sql.ref(on)}, ${sql.ref(id)}) > (${page.after.on}, ${page.after.id})`);
  if (page.from) conditions.push(sql`${sql.ref(on)} >= ${page.from}`);
  if (page.to) conditions.push(sql`${sql.ref(on)} <= ${page.to}`);
  return sql.join(conditions, sql` and `);
}

/**
 * Ids of the visible interactions in order of date, found by merging the internal ones with those of each
 * principal. A walk over all rows would take longer the more of them are hidden, and so tell how many are.
 * `level`: only that level. Answers `{ id, occurred_on }`, newest first (oldest first with `after`).
 */
export function visibleByDate(
  actor: Actor,
  page: NewestPage,
  level?: number,
): RawBuilder<{ id: number; occurred_on: string }> {
  const order = page.after ? sql`asc` : sql`desc`;
  const branches: RawBuilder<unknown>[] = [];
  const principals = principalsOf(actor);
  if (principals.length > 0 && (level === undefined || level === 0)) {
    branches.push(sql`select * from (select interaction.id, interaction.occurred_on from interaction
      where interaction.level = 0 and interaction.archived_at is null
        and ${placeWithin(page, 'interaction.occurred_on', 'interaction.id')}
      order by interaction.occurred_on ${order}, interaction.id ${order} limit ${page.limit}) as open_rows`);
  }
  for (const [index, principal] of (level === 0 ? [] : principals).entries()) {
    const onlyLevel = level === undefined ? sql`` : sql`and reader.level = ${level}`;
    branches.push(sql`select * from (select reader.interaction_id as id, reader.occurred_on
      from interaction_reader as reader
      where reader.principal_id = ${principal} ${onlyLevel} and reader.logged = 1
        and ${placeWithin(page, 'reader.occurred_on', 'reader.interaction_id')}
      order by reader.occurred_on ${order}, reader.interaction_id ${order} limit ${page.limit}) as ${sql.id(`rows_${index}`)}`);
  }
  if (branches.length === 0) return sql`select id, occurred_on from interaction where 1 = 0`;
  // Grouped once at the end: `union` without "all" would sort out repeats at each branch again.
  return sql`select id, occurred_on from (${sql.join(branches, sql` union all `)}) as merged
    group by occurred_on, id order by occurred_on ${order}, id ${order} limit ${page.limit}`;
}

/** Rows of one index, to be bounded by day and merged with others: from where, by which day and id, under what conditions. */
export interface Walk {
  from: RawBuilder<unknown>;
  on: RawBuilder<string>;
  id: RawBuilder<number>;
  where: RawBuilder<SqlBool>;
}

/** The branches of `visibleByDate`, for questions that ask each day by itself: the internal ones, then each principal's. */
export function visibleWalks(actor: Actor): Walk[] {
  const principals = principalsOf(actor);
  if (principals.length === 0) return [];
  const [on, id] = [sql<string>`reader.occurred_on`, sql<number>`reader.interaction_id`];
  return [
    {
      from: sql`interaction`,
      on: sql<string>`interaction.occurred_on`,
      id: sql<number>`interaction.id`,
      where: sql<SqlBool>`interaction.level = 0 and interaction.archived_at is null`,
    },
    ...principals.map((principal) => ({
      from: sql`interaction_reader as reader`,
      on,
      id,
      where: sql<SqlBool>`reader.principal_id = ${principal} and reader.logged = 1`,
    })),
  ];
}

/**
 * The interactions of one level above internal that the actor reads, as rows { interaction_id, occurred_on }. A list
 * narrowed to a level of few readers starts here: a walk would pass what is hidden, and tell by its time how much.
 */
export function readOfLevel(
  actor: Actor,
  level: number,
): RawBuilder<{ interaction_id: number; occurred_on: string }> {
  const principals = principalsOf(actor);
  return sql`select reader.interaction_id, reader.occurred_on from interaction_reader as reader
    where reader.principal_id in (${principals.length > 0 ? sql.join(principals) : sql`-1`}) and reader.level = ${level}
    group by reader.occurred_on, reader.interaction_id`;
}

/** Circles whose every record the actor may see: everyone's, and those that hold one of their teams. */
export function circleVisibleTo(actor: Actor, circleId: string): Expression<SqlBool> {
  if (!readsRecords(actor)) return NEVER;
  const teams = actor.teamIds.length > 0 ? sql.join([...actor.teamIds]) : sql`-1`;
  return sql<SqlBool>`${sql.ref(circleId)} in (
    select id from circle where key = 'everyone'
    union select circle_id from circle_team where team_id in (${teams}))`;
}

/**
 * The interactions that the actor may see but whose circle is not theirs: named readers, authors and attendees.
 * Few, so they are counted one by one and added to the tallies; `days` bounds the walk. Rows: id, state,
 * occurred_on of what is not archived.
 */
export function visibleOutsideCircles(
  actor: Actor,
  days?: { from: string; to: string },
): RawBuilder<{ id: number; state: string; occurred_on: string }> {
  const mine = readsRecords(actor) ? actor.accountId : -1;
  const within = days
    ? sql`and reader.occurred_on >= ${days.from} and reader.occurred_on <= ${days.to}`
    : sql``;
  return sql`select outside.id, outside.state, outside.occurred_on from interaction_reader as reader
    inner join interaction as outside on outside.id = reader.interaction_id
    where reader.principal_id = ${mine} and reader.logged = 1 ${within}
      and not ${circleVisibleTo(actor, 'outside.circle_id')}`;
}
