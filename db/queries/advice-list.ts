import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import type { Meaning } from '../schema/reference.ts';
import { personVisibleOrNone, readsRecords, visibleTo, type Actor } from '../visibility.ts';
import type { Place } from './timeline.ts';

export interface AdviceFilter {
  countryId?: number;
  workAreaId?: number;
  instrumentId?: number;
  statusId?: number;
  organisationId?: number;
  personId?: number;
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
  interaction_ref: string | null;
  topic_id: number;
  body: string;
  instrument_id: number | null;
  provision_id: number | null;
  given_on: string;
  status_id: number;
  meaning: Meaning;
  level: number;
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
  const { join, on, id } = walked(filter);
  const order = page.after ? sql`asc` : sql`desc`;
  const conditions = [sql<SqlBool>`advice.archived_at is null`, ...matching(actor, filter)];
  if (page.before) conditions.push(sql`(${on}, ${id}) < (${page.before.on}, ${page.before.id})`);
  if (page.after) conditions.push(sql`(${on}, ${id}) > (${page.after.on}, ${page.after.id})`);
  if (filter.from) conditions.push(sql`${on} >= ${filter.from}`);
  if (filter.to) conditions.push(sql`${on} <= ${filter.to}`);
  const found =
    await sql<AdviceRow>`select advice.id, advice.ref, origin.ref as interaction_ref, advice.topic_id,
      advice.body, advice.instrument_id, advice.provision_id, advice.given_on, advice.status_id, advice.meaning,
      advice.level
    from advice ${join} left join interaction as origin on origin.id = advice.interaction_id
    where ${sql.join(conditions, sql` and `)} and origin.archived_at is null and ${visibleTo(actor, 'advice')}
    order by ${on} ${order}, ${id} ${order} limit ${page.limit}`.execute(db);
  return found.rows;
}

/** The link whose index has the order of the list already, or the advice itself. */
function walked({ countryId, workAreaId }: AdviceFilter) {
  if (countryId !== undefined) {
    return {
      join: sql`inner join advice_country as walked on walked.advice_id = advice.id`,
      on: sql.ref('walked.given_on'),
      id: sql.ref('walked.advice_id'),
    };
  }
  if (workAreaId !== undefined) {
    return {
      join: sql`inner join advice_work_area as walked on walked.advice_id = advice.id`,
      on: sql.ref('walked.given_on'),
      id: sql.ref('walked.advice_id'),
    };
  }
  return { join: sql``, on: sql.ref('advice.given_on'), id: sql.ref('advice.id') };
}

function matching(actor: Actor, filter: AdviceFilter): RawBuilder<SqlBool>[] {
  const { countryId, workAreaId, instrumentId, statusId, organisationId, personId } = filter;
  const conditions: RawBuilder<SqlBool>[] = [];
  if (countryId !== undefined) conditions.push(sql`walked.country_id = ${countryId}`);
  if (countryId === undefined && workAreaId !== undefined) {
    conditions.push(sql`walked.work_area_id = ${workAreaId}`);
  }
  if (countryId !== undefined && workAreaId !== undefined) {
    conditions.push(sql`exists (select 1 from advice_work_area as area
      where area.advice_id = advice.id and area.work_area_id = ${workAreaId})`);
  }
  if (instrumentId !== undefined) conditions.push(sql`advice.instrument_id = ${instrumentId}`);
  if (statusId !== undefined) conditions.push(sql`advice.status_id = ${statusId}`);
  if (organisationId !== undefined) conditions.push(givenTo(actor, 'organisation_id', organisationId));
  if (personId !== undefined) conditions.push(givenTo(actor, 'person_id', personId));
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

/** How many pieces of advice on a country stand where, among those given since a day. */
export async function countAdviceByStatus(
  db: Db,
  actor: Actor,
  countryId: number,
  since: string,
): Promise<{ status_id: number; count: number }[]> {
  if (!readsRecords(actor)) return [];
  const counted = await sql<{ status_id: number; count: number }>`
    select advice.status_id, count(*) as count
    from advice_country as link inner join advice on advice.id = link.advice_id
    where link.country_id = ${countryId} and link.given_on >= ${since} and advice.archived_at is null
      and ${ofNoArchived('advice')} and ${visibleTo(actor, 'advice')}
    group by advice.status_id`.execute(db);
  return counted.rows;
}

/** Of those, how many stand at this status and were given on a day or before it. */
export async function countAdviceWaiting(
  db: Db,
  actor: Actor,
  where: { countryId: number; statusId: number; since: string; until: string },
): Promise<number> {
  if (!readsRecords(actor)) return 0;
  const counted = await sql<{ count: number }>`
    select count(*) as count from advice_country as link inner join advice on advice.id = link.advice_id
    where link.country_id = ${where.countryId} and link.given_on >= ${where.since} and link.given_on <= ${where.until}
      and advice.status_id = ${where.statusId} and advice.archived_at is null
      and ${ofNoArchived('advice')} and ${visibleTo(actor, 'advice')}`.execute(db);
  return counted.rows[0]?.count ?? 0;
}

/** The first adoption of each piece of advice on a country: when it was given, and when a step said so. */
export async function listAdoptions(
  db: Db,
  actor: Actor,
  where: { countryId: number; since: string; statusIds: readonly number[] },
): Promise<{ given_on: string; adopted_on: string }[]> {
  if (!readsRecords(actor) || where.statusIds.length === 0) return [];
  const found = await sql<{ given_on: string; adopted_on: string }>`
    select link.given_on, min(step.occurred_on) as adopted_on
    from advice_country as link inner join advice on advice.id = link.advice_id
    inner join advice_step as step on step.advice_id = advice.id
    where link.country_id = ${where.countryId} and link.given_on >= ${where.since}
      and step.status_id in (${sql.join([...where.statusIds])}) and advice.archived_at is null
      and advice.status_id in (${sql.join([...where.statusIds])})
      and ${ofNoArchived('advice')} and ${visibleTo(actor, 'advice')}
    group by advice.id, link.given_on`.execute(db);
  return found.rows;
}
