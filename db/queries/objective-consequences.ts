import type { Db } from '../client.ts';
import { visibleTo, type Actor } from '../visibility.ts';
import { ofNoArchived } from './advice-list.ts';

/** Advice and tasks that push an objective. Texts are as stored. */

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

/** Open ones, the longest due first. */
export async function listTasksOfObjective(db: Db, actor: Actor, objectiveId: number, limit: number) {
  return db
    .selectFrom('follow_up')
    .innerJoin('account', 'account.id', 'follow_up.assignee_id')
    .select([
      'follow_up.id',
      'follow_up.ref',
      'follow_up.interaction_id',
      'follow_up.title',
      'follow_up.due_on',
      'follow_up.level',
      'follow_up.assignee_id',
      'account.name as assignee_name',
      'follow_up.author_id',
      'follow_up.owning_team_id',
    ])
    .where('follow_up.objective_id', '=', objectiveId)
    .where('follow_up.meaning', '=', 'open')
    .where('follow_up.archived_at', 'is', null)
    .where(ofNoArchived('follow_up'))
    .where(visibleTo(actor, 'follow_up'))
    .orderBy('follow_up.due_on')
    .orderBy('follow_up.id')
    .limit(limit)
    .execute();
}
