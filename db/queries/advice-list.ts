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
