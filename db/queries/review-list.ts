import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { ReviewState } from '../schema/reviews.ts';

export interface ReviewFilter {
  state?: ReviewState | undefined;
  /** Expected ones whose last day is over on this day (`passed`), or those whose day is still to come or unknown. */
  expected?: { on: string; passed: boolean } | undefined;
  /** Of these countries; of all where left out. */
  countryIds?: readonly number[] | undefined;
  bodyId?: number | undefined;
  /** The first day of the review, 'YYYY-MM-DD', both included. One known by month counts as its first day. */
  from?: string | undefined;
  to?: string | undefined;
  /** With an open deadline of ours on this day or before. */
  dueUntil?: string | undefined;
}

export interface ReviewRow {
  id: number;
  ref: string;
  country_id: number;
  body_id: number;
  title: string;
  starts_on: string | null;
  ends_on: string | null;
  state: ReviewState;
  source: string | null;
  as_of: string | null;
}

const reviewColumns = [
  'id',
  'ref',
  'country_id',
  'body_id',
  'title',
  'starts_on',
  'ends_on',
  'state',
  'source',
  'as_of',
] as const;

/** A place in the order of the register: by first day, those without one last, then by id. */
export interface ReviewPlace {
  on: string | null;
  id: number;
}

export interface ReviewPage {
  after?: ReviewPlace | undefined;
  latestFirst: boolean;
  limit: number;
}

/**
 * The register of reviews by their first day, walking the index by date, of a country or of a body. Those without a
 * date come last in either direction, since the engines disagree on where an empty date sorts.
 */
export async function listReviewsBy(db: Db, filter: ReviewFilter, page: ReviewPage): Promise<ReviewRow[]> {
  const { after, latestFirst, limit } = page;
  const beyond = latestFirst ? sql`<` : sql`>`;
  const dated =
    after && after.on === null
      ? []
      : await select(db, filter, page, limit, [
          sql`review.starts_on is not null`,
          ...(after
            ? [sql<SqlBool>`(review.starts_on, review.id) ${beyond} (${after.on}, ${after.id})`]
            : []),
        ]);
  if (dated.length === limit) return dated;
  const undated = await select(db, filter, page, limit - dated.length, [
    sql`review.starts_on is null`,
    ...(after && after.on === null ? [sql<SqlBool>`review.id ${beyond} ${after.id}`] : []),
  ]);
  return [...dated, ...undated];
}

/** Reviews of one country whose last day is not over on `day`, those without a date last. */
export async function listReviewsToCome(
  db: Db,
  countryId: number,
  day: string,
  limit: number,
): Promise<ReviewRow[]> {
  return reviewsToCome(db, { countryId, day, limit });
}

const reviewsToCome = prepared<{ countryId: number; day: string; limit: number }, ReviewRow>(
  ({ countryId, day, limit }, _shape, db) =>
    db
      .selectFrom('review')
      .select(reviewColumns)
      .where(
        sql<SqlBool>`${sql.join(matching({ countryIds: [countryId], expected: { on: day, passed: false } }), sql` and `)}`,
      )
      .orderBy(sql`coalesce(starts_on, '9999')`)
      .orderBy('id')
      .limit(limit),
);

async function select(
  db: Db,
  filter: ReviewFilter,
  { latestFirst }: ReviewPage,
  limit: number,
  place: RawBuilder<SqlBool>[],
): Promise<ReviewRow[]> {
  const direction = latestFirst ? 'desc' : 'asc';
  return db
    .selectFrom('review')
    .select(reviewColumns)
    .where(sql<SqlBool>`${sql.join([...matching(filter), ...place], sql` and `)}`)
    .orderBy('starts_on', direction)
    .orderBy('id', direction)
    .limit(limit)
    .execute();
}

function matching(filter: ReviewFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [sql`review.archived_at is null`];
  if (filter.state) conditions.push(sql`review.state = ${filter.state}`);
  if (filter.expected) {
    const over = isOver(filter.expected.on);
    conditions.push(sql`review.state = 'expected'`, filter.expected.passed ? over : sql`not ${over}`);
  }
  if (filter.bodyId !== undefined) conditions.push(sql`review.body_id = ${filter.bodyId}`);
  if (filter.countryIds) {
    const ids = filter.countryIds.length > 0 ? sql.join([...filter.countryIds]) : sql`-1`;
    conditions.push(sql`review.country_id in (${ids})`);
  }
  // '2027-02' sorts before '2027-02-01': what is known by month begins on the first
  if (filter.from) conditions.push(sql`review.starts_on >= ${withoutFirst(filter.from)}`);
  if (filter.to) conditions.push(sql`review.starts_on <= ${filter.to}`);
  if (filter.dueUntil) {
    conditions.push(sql`exists (select 1 from review_deadline as due
      where due.review_id = review.id and due.done_on is null and due.archived_at is null
        and due.due_on <= ${filter.dueUntil})`);
  }
  return conditions;
}

/** '2027-02-01' also means '2027-02', and '2027-01-01' also '2027'. */
function withoutFirst(day: string): string {
  return day.replace(/-01$/, '').replace(/^(\d{4})-01$/, '$1');
}

/** True where the last day that is known of a review is over on a day: '2026-05' is over in June 2026. */
function isOver(day: string): RawBuilder<SqlBool> {
  const last = sql`coalesce(review.ends_on, review.starts_on, '9999')`;
  return sql`(${last} < substr(${day}, 1, length(${last})))`;
}

/** How many reviews there are in each state on a day, whatever state the filter asks for. */
export async function countReviewsByState(
  db: Db,
  filter: ReviewFilter,
  day: string,
): Promise<{ coming: number; passed: number; held: number; cancelled: number }> {
  const all = { ...filter, state: undefined, expected: undefined };
  const rows = await sql<{ state: ReviewState; over: number; count: number }>`
    select review.state, case when ${isOver(day)} then 1 else 0 end as over, count(*) as count
    from review where ${sql.join(matching(all), sql` and `)} group by 1, 2`.execute(db);
  const sum = (state: ReviewState, over?: number) =>
    rows.rows
      .filter((row) => row.state === state && (over === undefined || Number(row.over) === over))
      .reduce((total, row) => total + Number(row.count), 0);
  return {
    coming: sum('expected', 0),
    passed: sum('expected', 1),
    held: sum('held'),
    cancelled: sum('cancelled'),
  };
}

/** The place of a review that a page was turned at. */
export async function findReviewPlace(db: Db, ref: string): Promise<ReviewPlace | undefined> {
  return db.selectFrom('review').select(['starts_on as on', 'id']).where('ref', '=', ref).executeTakeFirst();
}
