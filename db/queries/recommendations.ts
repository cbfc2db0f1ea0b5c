import type { Insertable, Updateable } from 'kysely';
import type { Db, Trx } from '../client.ts';
import type { Database } from '../schema/database.ts';

/** One recommendation, archived or not, with its review. */
export async function findRecommendation(db: Db, ref: string) {
  return db
    .selectFrom('recommendation')
    .innerJoin('review', 'review.id', 'recommendation.review_id')
    .selectAll('recommendation')
    .select([
      'review.ref as review_ref',
      'review.title as review_title',
      'review.starts_on as review_starts_on',
      'review.ends_on as review_ends_on',
      'review.country_id',
      'review.body_id',
      'review.source as review_source',
      'review.as_of as review_as_of',
      'review.archived_at as review_archived_at',
    ])
    .where('recommendation.ref', '=', ref)
    .executeTakeFirst();
}

export type RecommendationRecord = NonNullable<Awaited<ReturnType<typeof findRecommendation>>>;

export interface NewRecommendation {
  row: Omit<Insertable<Database['recommendation']>, 'id'>;
  workAreas: readonly number[];
}

/** Writes some recommendations with their work areas. Answers their ids by ref. */
export async function insertRecommendations(
  trx: Trx,
  recommendations: readonly NewRecommendation[],
): Promise<Map<string, number>> {
  const inserted = await trx
    .insertInto('recommendation')
    .values(recommendations.map(({ row }) => row))
    .returning(['id', 'ref'])
    .execute();
  const ids = new Map(inserted.map(({ id, ref }) => [ref, id]));
  const links = recommendations.flatMap(({ row, workAreas }) =>
    workAreas.map((work_area_id) => ({ recommendation_id: ids.get(row.ref) ?? 0, work_area_id })),
  );
  await trx.insertInto('recommendation_work_area').values(links).execute();
  return ids;
}

/** False where the recommendation is no longer at this version. Work areas are replaced where they are given. */
export async function updateRecommendation(
  trx: Trx,
  id: number,
  version: number,
  row: Updateable<Database['recommendation']>,
  workAreas?: readonly number[],
): Promise<boolean> {
  const updated = await trx
    .updateTable('recommendation')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!updated) return false;
  if (workAreas) {
    await trx.deleteFrom('recommendation_work_area').where('recommendation_id', '=', id).execute();
    await trx
      .insertInto('recommendation_work_area')
      .values(workAreas.map((work_area_id) => ({ recommendation_id: id, work_area_id })))
      .execute();
  }
  return true;
}
