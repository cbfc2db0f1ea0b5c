import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import type { ReviewState } from '../schema/reviews.ts';
import { readsRecords, visibleTo, type Actor } from '../visibility.ts';
import type { CalendarFilter, Span } from './calendar-walks.ts';

/** Targets of objectives, reviews and their deadlines: few enough that a span is read as it is. */

/** Days from one to another, and whole months or years (`2027-03`, `2027`) that have no day. */
export interface FactSpan extends Span {
  partial: readonly string[];
}

type Which = { span: FactSpan } | { ref: string };

const list = (ids: readonly number[]) => sql.join(ids.length > 0 ? [...ids] : [-1]);

/** True for what is dated within the span, by day or by the month or year alone. */
function dated(column: string, { from, to, partial }: FactSpan): RawBuilder<SqlBool> {
  const on = sql.ref(column);
  const whole = sql<SqlBool>`(${on} >= ${from} and ${on} <= ${to} and length(${on}) = 10)`;
  return partial.length === 0 ? whole : sql<SqlBool>`(${whole} or ${on} in (${sql.join([...partial])}))`;
}

export interface CalendarTarget {
  ref: string;
  title: string;
  target_on: string;
  owner: string;
  level: number;
  version: number;
  updated_at: string;
}

/** Open objectives by the date at which they aim. Titles are as stored. */
export async function listCalendarTargets(
  db: Db,
  actor: Actor,
  filter: CalendarFilter,
  which: Which,
  limit: number,
): Promise<CalendarTarget[]> {
  if (!readsRecords(actor)) return [];
  const found: RawBuilder<SqlBool>[] = [
    'ref' in which ? sql`objective.ref = ${which.ref}` : dated('objective.target_on', which.span),
    sql`objective.target_on is not null and objective.meaning = 'open' and objective.archived_at is null`,
  ];
  if (filter.accountId !== undefined) found.push(sql`objective.owner_id = ${filter.accountId}`);
  if (filter.teamIds) found.push(sql`objective.owning_team_id in (${list(filter.teamIds)})`);
  if (filter.countryId !== undefined) found.push(sql`objective.country_id = ${filter.countryId}`);
  if (filter.workAreaId !== undefined) found.push(sql`objective.work_area_id = ${filter.workAreaId}`);
  const rows = await sql<CalendarTarget>`select objective.ref, objective.title, objective.target_on,
      account.name as owner, objective.level, objective.version, objective.updated_at
    from objective inner join account on account.id = objective.owner_id
    where ${sql.join(found, sql` and `)} and ${visibleTo(actor, 'objective')}
    order by objective.target_on, objective.id limit ${limit}`.execute(db);
  return rows.rows;
}

export interface CalendarReview {
  ref: string;
  country_id: number;
  title: string;
  starts_on: string;
  ends_on: string | null;
  state: ReviewState;
  version: number;
  updated_at: string;
}

/** Reviews last three weeks at most: one that began earlier cannot reach into the span. */
const LONGEST_REVIEW = 40;

/** Reviews of States, public facts without a level, for colleagues who read records. */
export async function listCalendarReviews(
  db: Db,
  actor: Actor,
  filter: CalendarFilter,
  which: Which,
  limit: number,
): Promise<CalendarReview[]> {
  if (!readsRecords(actor) || filter.workAreaId !== undefined) return [];
  const found: RawBuilder<SqlBool>[] = [sql`review.archived_at is null and review.starts_on is not null`];
  if ('ref' in which) found.push(sql`review.ref = ${which.ref}`);
  else {
    found.push(dated('review.starts_on', { ...which.span, from: before(which.span.from) }));
    found.push(
      sql`(length(review.starts_on) < 10 or coalesce(review.ends_on, review.starts_on) >= ${which.span.from})`,
    );
  }
  if (filter.accountId !== undefined) found.push(sql`review.owner_id = ${filter.accountId}`);
  found.push(...ofCountries(filter));
  const rows =
    await sql<CalendarReview>`select review.ref, review.title, review.country_id, review.starts_on, review.ends_on,
      review.state, review.version, review.updated_at from review
    where ${sql.join(found, sql` and `)} order by review.starts_on, review.id limit ${limit}`.execute(db);
  return rows.rows;
}

export interface CalendarDeadline {
  ref: string;
  country_id: number;
  review_ref: string;
  review_title: string;
  title: string;
  due_on: string;
  who: string | null;
  version: number;
  updated_at: string;
}

/** Our deadlines before reviews that are not met yet. */
export async function listCalendarDeadlines(
  db: Db,
  actor: Actor,
  filter: CalendarFilter,
  which: Which,
  limit: number,
): Promise<CalendarDeadline[]> {
  if (!readsRecords(actor) || filter.workAreaId !== undefined) return [];
  const found: RawBuilder<SqlBool>[] = [
    'ref' in which ? sql`deadline.ref = ${which.ref}` : dated('deadline.due_on', which.span),
    sql`deadline.archived_at is null and deadline.done_on is null and review.archived_at is null`,
  ];
  if (filter.accountId !== undefined)
    found.push(sql`(deadline.assignee_id = ${filter.accountId} or review.owner_id = ${filter.accountId})`);
  found.push(...ofCountries(filter));
  const rows = await sql<CalendarDeadline>`select deadline.ref, review.ref as review_ref,
      review.title as review_title, review.country_id, deadline.title, deadline.due_on, account.name as who, deadline.version,
      deadline.updated_at
    from review_deadline as deadline inner join review on review.id = deadline.review_id
    left join account on account.id = deadline.assignee_id
    where ${sql.join(found, sql` and `)} order by deadline.due_on, deadline.id limit ${limit}`.execute(db);
  return rows.rows;
}

function ofCountries({ countryId, teamIds, teamCountryIds = [] }: CalendarFilter): RawBuilder<SqlBool>[] {
  return [
    ...(countryId === undefined ? [] : [sql<SqlBool>`review.country_id = ${countryId}`]),
    ...(teamIds === undefined ? [] : [sql<SqlBool>`review.country_id in (${list(teamCountryIds)})`]),
  ];
}

function before(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - LONGEST_REVIEW);
  return date.toISOString().slice(0, 10);
}
