import type { Db } from '../client.ts';

export interface InternationalOrganisation {
  id: number;
  ref: string;
  name: string;
  acronym: string | null;
  /** Code of the partner type. */
  type: string;
}

/** The organisations that stand for international bodies, in the order of the reference data. */
export async function listInternationalOrganisations(db: Db): Promise<InternationalOrganisation[]> {
  return db
    .selectFrom('organisation')
    .innerJoin('international_body', 'international_body.id', 'organisation.international_body_id')
    .innerJoin('term', 'term.id', 'organisation.partner_type_id')
    .select([
      'organisation.id',
      'organisation.ref',
      'organisation.name',
      'organisation.acronym',
      'term.code as type',
    ])
    .orderBy('international_body.position')
    .execute();
}

/** What came of an interaction, in the order in which it was written. */
export async function listConsequences(db: Db, interactionRef: string) {
  const { id } = await db
    .selectFrom('interaction')
    .select('id')
    .where('ref', '=', interactionRef)
    .executeTakeFirstOrThrow();
  const advice = await db
    .selectFrom('advice')
    .select(['id', 'ref', 'level', 'version'])
    .where('interaction_id', '=', id)
    .orderBy('id')
    .execute();
  const commitments = await db
    .selectFrom('commitment')
    .select(['id', 'ref', 'side', 'level', 'version'])
    .where('interaction_id', '=', id)
    .orderBy('id')
    .execute();
  const followUps = await db
    .selectFrom('follow_up')
    .select(['id', 'ref', 'level', 'version'])
    .where('interaction_id', '=', id)
    .orderBy('id')
    .execute();
  return { advice, commitments, followUps };
}
