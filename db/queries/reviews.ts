import type { Insertable, Updateable } from 'kysely';
import type { Db, Trx } from '../client.ts';
import type { Database } from '../schema/database.ts';

// A review is a public fact: everybody who may sign in reads it.

/** A body that reviews States, under the name that people use. */
export interface BodyRow {
  id: number;
  code: string;
  acronym: string | null;
  kind: string;
  names: Record<string, string>;
}

export async function listBodies(db: Db): Promise<BodyRow[]> {
  const rows = await db
    .selectFrom('international_body')
    .leftJoin('organisation', 'organisation.international_body_id', 'international_body.id')
    .select([
      'international_body.id',
      'international_body.code',
      'international_body.kind',
      'international_body.name_en',
      'international_body.name_fr',
      'international_body.name_es',
      'organisation.acronym',
    ])
    .orderBy('international_body.position')
    .execute();
  return rows.map(({ name_en, name_fr, name_es, ...row }) => ({
    ...row,
    names: { en: name_en, fr: name_fr, es: name_es },
  }));
}

/** One review, archived or not, with what the calendar of the UPR says of it. */
export async function findReview(db: Db, ref: string) {
  return db
    .selectFrom('review')
    .leftJoin('upr_review', 'upr_review.id', 'review.upr_review_id')
    .selectAll('review')
    .select([
      'upr_review.confidence as upr_confidence',
      'upr_review.notes as upr_notes',
      'upr_review.starts_on as upr_starts_on',
    ])
    .where('review.ref', '=', ref)
    .executeTakeFirst();
}

export type ReviewRecord = NonNullable<Awaited<ReturnType<typeof findReview>>>;

export async function insertReview(
  trx: Trx,
  row: Omit<Insertable<Database['review']>, 'id'>,
): Promise<number> {
  const { id } = await trx.insertInto('review').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** False where the review is no longer at this version. */
export async function updateReview(
  trx: Trx,
  id: number,
  version: number,
  row: Updateable<Database['review']>,
): Promise<boolean> {
  const updated = await trx
    .updateTable('review')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}
