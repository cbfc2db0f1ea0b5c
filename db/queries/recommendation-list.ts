import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { StateResponse } from '../schema/reviews.ts';
import { pushedBy } from '../recommendation-audience.ts';
import type { Actor } from '../visibility.ts';

export interface RecommendationFilter {
  reviewId?: number | undefined;
  countryIds?: readonly number[] | undefined;
  bodyId?: number | undefined;
  workAreaId?: number | undefined;
  instrumentId?: number | undefined;
  response?: StateResponse | undefined;
  /** Pushed by something of ours that the actor sees, or by nothing that they see. */
  pushed?: boolean | undefined;
}

export interface RecommendationRow {
  id: number;
  ref: string;
  review_id: number;
  number: string | null;
  body: string;
  by_country_id: number | null;
  instrument_id: number | null;
  provision_id: number | null;
  response: StateResponse;
  response_on: string | null;
  review_ref: string;
  review_title: string;
  review_starts_on: string | null;
  country_id: number;
  body_id: number;
}

/** A place in the order of the register: review by review, the last entered first; within one as it was recorded. */
export interface RecommendationPlace {
  reviewId: number;
  id: number;
}

/** The register of recommendations. What is archived, or belongs to an archived review, is left out. */
export async function listRecommendations(
  db: Db,
  actor: Actor,
  filter: RecommendationFilter,
  page: { after?: RecommendationPlace | undefined; limit: number },
): Promise<RecommendationRow[]> {
  const conditions = matching(actor, filter);
  if (page.after) {
    const { reviewId, id } = page.after;
    conditions.push(sql`(recommendation.review_id < ${reviewId}
      or (recommendation.review_id = ${reviewId} and recommendation.id > ${id}))`);
  }
  return db
    .selectFrom('recommendation')
    .innerJoin('review', 'review.id', 'recommendation.review_id')
    .select([
      'recommendation.id',
      'recommendation.ref',
      'recommendation.review_id',
      'recommendation.number',
      'recommendation.body',
      'recommendation.by_country_id',
      'recommendation.instrument_id',
      'recommendation.provision_id',
      'recommendation.response',
      'recommendation.response_on',
      'review.ref as review_ref',
      'review.title as review_title',
      'review.starts_on as review_starts_on',
      'review.country_id',
      'review.body_id',
    ])
    .where(sql<SqlBool>`${sql.join(conditions, sql` and `)}`)
    .orderBy('recommendation.review_id', 'desc')
    .orderBy('recommendation.id')
    .limit(page.limit)
    .execute();
}

function matching(actor: Actor, filter: RecommendationFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [
    sql`recommendation.archived_at is null and review.archived_at is null`,
  ];
  if (filter.reviewId !== undefined) conditions.push(sql`recommendation.review_id = ${filter.reviewId}`);
  if (filter.countryIds) {
    const ids = filter.countryIds.length > 0 ? sql.join([...filter.countryIds]) : sql`-1`;
    conditions.push(sql`review.country_id in (${ids})`);
  }
  if (filter.bodyId !== undefined) conditions.push(sql`review.body_id = ${filter.bodyId}`);
  if (filter.instrumentId !== undefined) {
    conditions.push(sql`recommendation.instrument_id = ${filter.instrumentId}`);
  }
  if (filter.response) conditions.push(sql`recommendation.response = ${filter.response}`);
  if (filter.workAreaId !== undefined) {
    conditions.push(sql`exists (select 1 from recommendation_work_area as area
      where area.recommendation_id = recommendation.id and area.work_area_id = ${filter.workAreaId})`);
  }
  if (filter.pushed !== undefined) {
    const pushed = pushedBy(actor, 'recommendation');
    conditions.push(filter.pushed ? sql`${pushed}` : sql`not ${pushed}`);
  }
  return conditions;
}

/** How many recommendations there are by response, whatever response the filter asks for. */
export async function countRecommendationsByResponse(
  db: Db,
  actor: Actor,
  filter: RecommendationFilter,
): Promise<Partial<Record<StateResponse, number>>> {
  const { response: _response, pushed, ...asked } = filter;
  const rows = await responseCounts(db, { actor, ...asked }, { pushed });
  return Object.fromEntries(rows.map((row) => [row.response, Number(row.count)]));
}

const responseCounts = prepared<
  { actor: Actor } & Omit<RecommendationFilter, 'response' | 'pushed'>,
  { response: StateResponse; count: number },
  Pick<RecommendationFilter, 'pushed'>
>(({ actor, ...asked }, shape, db) =>
  db
    .selectFrom('recommendation')
    .innerJoin('review', 'review.id', 'recommendation.review_id')
    .select((eb) => ['recommendation.response', eb.fn.countAll<number>().as('count')])
    .where(sql<SqlBool>`${sql.join(matching(actor, { ...asked, ...shape }), sql` and `)}`)
    .groupBy('recommendation.response'),
);

/** The same for each of some reviews. */
export async function countResponsesOf(
  db: Db,
  reviewIds: readonly number[],
): Promise<{ review_id: number; response: StateResponse; count: number }[]> {
  if (reviewIds.length === 0) return [];
  const rows = await responsesOf(db, { reviewIds });
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

const responsesOf = prepared(({ reviewIds }: { reviewIds: readonly number[] }, _shape, db) =>
  db
    .selectFrom('recommendation')
    .select((eb) => ['review_id', 'response', eb.fn.countAll<number>().as('count')])
    .where('review_id', 'in', reviewIds)
    .where('archived_at', 'is', null)
    .groupBy(['review_id', 'response']),
);

/** The work areas of some recommendations. */
export async function listRecommendationAreas(
  db: Db,
  ids: readonly number[],
): Promise<{ recommendation_id: number; work_area_id: number }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('recommendation_work_area')
    .selectAll()
    .where('recommendation_id', 'in', [...ids])
    .execute();
}

/** The place of a recommendation that a page was turned at. */
export async function findRecommendationPlace(db: Db, ref: string): Promise<RecommendationPlace | undefined> {
  return db
    .selectFrom('recommendation')
    .select(['review_id as reviewId', 'id'])
    .where('ref', '=', ref)
    .executeTakeFirst();
}
