import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { adviceOfLevel } from '../advice-audience.ts';
import type { Db } from '../client.ts';
import type { Meaning } from '../schema/reference.ts';
import { personVisibleOrNone, readsRecords, visibleTo, type Actor } from '../visibility.ts';
import type { Place } from './timeline.ts';

export interface AdviceFilter {
  countryId?: number;
  workAreaId?: number;
  instrumentId?: number;
  topicId?: number;
  statusId?: number;
  authorId?: number;
  organisationId?: number;
  personId?: number;
  objectiveId?: number;
  /** 0 internal to 3 sealed. */
  level?: number;
  /** 'YYYY-MM-DD', both included. */
  from?: string;
  to?: string;
}

export interface AdvicePage {
  before?: Place;
  after?: Place;
  limit: number;
}

export interface AdviceRow {
  id: number;
  ref: string;
  topic_id: number;
  body: string;
  instrument_id: number | null;
  provision_id: number | null;
  given_on: string;
  status_id: number;
  meaning: Meaning;
  level: number;
  author_id: number;
}

/** What an archived meeting gave rise to is put away with it. */
export const ofNoArchived = (noun: 'advice' | 'commitment' | 'follow_up') =>
  sql<SqlBool>`not exists (select 1 from interaction as origin
    where origin.id = ${sql.ref(`${noun}.interaction_id`)} and origin.archived_at is not null)`;

/** The register of advice, newest first (oldest first with `after`), walking the index of the rarest filter. */
export async function listAdvice(
  db: Db,
  actor: Actor,
  filter: AdviceFilter,
  page: AdvicePage,
): Promise<AdviceRow[]> {
  if (!readsRecords(actor)) return [];
  const found = await sql<AdviceRow>`select advice.id, advice.ref, advice.topic_id,
      advice.body, advice.instrument_id, advice.provision_id, advice.given_on, advice.status_id, advice.meaning,
      advice.level, advice.author_id
    ${visibleAdvice(actor, filter, page)}`.execute(db);
  return found.rows;
}

/** How many there are, counted no further than `most`. */
export async function countAdvice(db: Db, actor: Actor, filter: AdviceFilter, most: number): Promise<number> {
  if (!readsRecords(actor)) return 0;
  const counted = await sql<{ count: number }>`select count(*) as count
    from (select advice.id ${visibleAdvice(actor, filter, { limit: most })}) as counted`.execute(db);
  return Number(counted.rows[0]?.count ?? 0);
}

export interface FlowStepRow {
  advice_id: number;
  status_id: number;
  occurred_on: string;
}

/** Every step of the newest pieces of advice of a filter, at most `most` of them, in the order of the record. */
export async function listStepsOfNewest(
  db: Db,
  actor: Actor,
  filter: AdviceFilter,
  most: number,
): Promise<FlowStepRow[]> {
  if (!readsRecords(actor)) return [];
  const found = await sql<FlowStepRow>`select step.advice_id, step.status_id, step.occurred_on
    from (select advice.id ${visibleAdvice(actor, filter, { limit: most })}) as piece
    inner join advice_step as step on step.advice_id = piece.id
    order by step.advice_id, step.id`.execute(db);
  return found.rows;
}

/** `from … where … order by … limit`: the visible advice of a filter, without what was put away. */
function visibleAdvice(actor: Actor, filter: AdviceFilter, page: AdvicePage): RawBuilder<unknown> {
  const { join, on, id } = walked(filter);
  const order = page.after ? sql`asc` : sql`desc`;
  const conditions = [sql<SqlBool>`advice.archived_at is null`, ...matching(actor, filter)];
  if (page.before) conditions.push(sql`(${on}, ${id}) < (${page.before.on}, ${page.before.id})`);
  if (page.after) conditions.push(sql`(${on}, ${id}) > (${page.after.on}, ${page.after.id})`);
  if (filter.from) conditions.push(sql`${on} >= ${filter.from}`);
  if (filter.to) conditions.push(sql`${on} <= ${filter.to}`);
  return sql`from advice ${join} left join interaction as origin on origin.id = advice.interaction_id
    where ${sql.join(conditions, sql` and `)} and origin.archived_at is null and ${visibleTo(actor, 'advice')}
    order by ${on} ${order}, ${id} ${order} limit ${page.limit}`;
}

/**
 * The link whose index has the order of the list already, or the advice itself. A status, a kind or an author has an
 * index by date of its own; beside one of them a work area, which holds a quarter of everything, is only asked of.
 */
function walked(filter: AdviceFilter) {
  const link = walkedLink(filter);
  if (link === undefined) return { join: sql``, on: sql.ref('advice.given_on'), id: sql.ref('advice.id') };
  return {
    join: sql`inner join ${sql.table(link)} as walked on walked.advice_id = advice.id`,
    on: sql.ref('walked.given_on'),
    id: sql.ref('walked.advice_id'),
  };
}

function walkedLink({ countryId, workAreaId, statusId, topicId, authorId }: AdviceFilter) {
  if (countryId !== undefined) return 'advice_country';
  const indexed = statusId !== undefined || topicId !== undefined || authorId !== undefined;
  return workAreaId === undefined || indexed ? undefined : 'advice_work_area';
}

function matching(actor: Actor, filter: AdviceFilter): RawBuilder<SqlBool>[] {
  const { countryId, workAreaId, organisationId, personId, level } = filter;
  const conditions: RawBuilder<SqlBool>[] = [];
  const link = walkedLink(filter);
  if (countryId !== undefined) conditions.push(sql`walked.country_id = ${countryId}`);
  if (workAreaId !== undefined && link === 'advice_work_area') {
    conditions.push(sql`walked.work_area_id = ${workAreaId}`);
  } else if (workAreaId !== undefined) {
    conditions.push(sql`exists (select 1 from advice_work_area as area
      where area.advice_id = advice.id and area.work_area_id = ${workAreaId})`);
  }
  const own = {
    instrument_id: filter.instrumentId,
    topic_id: filter.topicId,
    status_id: filter.statusId,
    author_id: filter.authorId,
    objective_id: filter.objectiveId,
  };
  for (const [column, value] of Object.entries(own)) {
    if (value !== undefined) conditions.push(sql`${sql.ref(`advice.${column}`)} = ${value}`);
  }
  if (organisationId !== undefined) conditions.push(givenTo(actor, 'organisation_id', organisationId));
  if (personId !== undefined) conditions.push(givenTo(actor, 'person_id', personId));
  if (level !== undefined) conditions.push(adviceOfLevel(actor, level));
  return conditions;
}

/** A list of ids, since an organisation has few pieces of advice among all that were given. */
function givenTo(actor: Actor, column: 'organisation_id' | 'person_id', id: number): RawBuilder<SqlBool> {
  return sql`advice.id in (select recipient.advice_id from advice_recipient as recipient
    where ${sql.ref(`recipient.${column}`)} = ${id} and ${personVisibleOrNone(actor, 'recipient.person_id')})`;
}

/** The id of a piece of advice that a page was turned at, if the actor sees it. */
export async function findVisibleAdviceId(db: Db, actor: Actor, ref: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('advice')
    .select('id')
    .where('ref', '=', ref)
    .where(visibleTo(actor, 'advice'))
    .executeTakeFirst();
  return row?.id;
}
