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

/** Records of the demo that documents lie beside: meetings held in a country, and what a document is said to show. */
export async function listDocumented(db: Db, iso3: string, held: string) {
  const meetings = await db
    .selectFrom('interaction')
    .innerJoin('interaction_country', 'interaction_country.interaction_id', 'interaction.id')
    .innerJoin('country', 'country.id', 'interaction_country.country_id')
    .select(['interaction.ref', 'interaction.level', 'interaction.author_id'])
    .where('country.iso3', '=', iso3)
    .where('interaction.state', '=', 'held')
    .where('interaction.occurred_on', '<', held)
    .orderBy('interaction.occurred_on', 'desc')
    .orderBy('interaction.id', 'desc')
    .limit(6)
    .execute();
  const steps = await db
    .selectFrom('advice_step')
    .innerJoin('advice', 'advice.id', 'advice_step.advice_id')
    .select(['advice_step.ref', 'advice.level', 'advice.author_id'])
    .where('advice_step.evidence', '=', 'document')
    .orderBy('advice_step.id', 'desc')
    .limit(6)
    .execute();
  const moves = await db
    .selectFrom('objective_move')
    .innerJoin('objective', 'objective.id', 'objective_move.objective_id')
    .select(['objective_move.ref', 'objective.level', 'objective.author_id'])
    .where('objective_move.evidence', '=', 'document')
    .orderBy('objective_move.id', 'desc')
    .limit(4)
    .execute();
  return { meetings, steps, moves };
}
