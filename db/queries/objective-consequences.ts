import type { Db } from '../client.ts';
import { visibleTo, type Actor } from '../visibility.ts';
import { ofNoArchived } from './advice-list.ts';

/** Advice that pushes an objective, the latest first. Texts are as stored. */

export async function listAdviceOfObjective(db: Db, actor: Actor, objectiveId: number, limit: number) {
  return db
    .selectFrom('advice')
    .leftJoin('interaction as origin', 'origin.id', 'advice.interaction_id')
    .select([
      'advice.ref',
      'advice.body',
      'advice.level',
      'advice.given_on',
      'advice.status_id',
      'advice.meaning',
      'origin.ref as interaction_ref',
    ])
    .where('advice.objective_id', '=', objectiveId)
    .where('advice.archived_at', 'is', null)
    .where(ofNoArchived('advice'))
    .where(visibleTo(actor, 'advice'))
    .orderBy('advice.given_on', 'desc')
    .orderBy('advice.id', 'desc')
    .limit(limit)
    .execute();
}
