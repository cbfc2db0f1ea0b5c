import type { Db, Trx } from '../client.ts';
import { visibleTo, type Actor } from '../visibility.ts';

/** The records that files hang on, found through the actor. */

export type ParentKind = 'interaction' | 'advice_step' | 'objective_move';

export interface ParentRow {
  kind: ParentKind;
  id: number;
  ref: string;
  level: number;
  /** The ref of the record on whose page it is shown: the advice of a step, the objective of a move. */
  pageRef: string;
  archived: boolean;
  peopleIds: number[];
  owningTeamId: number;
}

/** The record of this kind and ref if the actor may see it, archived or not. */
export function findVisibleParent(
  db: Db | Trx,
  actor: Actor,
  kind: ParentKind,
  ref: string,
): Promise<ParentRow | undefined> {
  if (kind === 'interaction') return findVisibleMeeting(db, actor, ref);
  return kind === 'advice_step' ? findVisibleStep(db, actor, ref) : findVisibleMove(db, actor, ref);
}

async function findVisibleMeeting(db: Db | Trx, actor: Actor, ref: string): Promise<ParentRow | undefined> {
  const row = await db
    .selectFrom('interaction')
    .select(['id', 'ref', 'level', 'archived_at', 'author_id', 'owning_team_id'])
    .where('ref', '=', ref)
    .where(visibleTo(actor, 'interaction'))
    .executeTakeFirst();
  if (!row) return undefined;
  const staff = await db
    .selectFrom('interaction_staff')
    .select('account_id')
    .where('interaction_id', '=', row.id)
    .execute();
  return {
    kind: 'interaction',
    id: row.id,
    ref: row.ref,
    level: row.level,
    pageRef: row.ref,
    archived: row.archived_at !== null,
    peopleIds: [row.author_id, ...staff.map((one) => one.account_id)],
    owningTeamId: row.owning_team_id,
  };
}

async function findVisibleStep(db: Db | Trx, actor: Actor, ref: string): Promise<ParentRow | undefined> {
  const row = await db
    .selectFrom('advice_step')
    .innerJoin('advice', 'advice.id', 'advice_step.advice_id')
    .leftJoin('interaction', 'interaction.id', 'advice.interaction_id')
    .select(['advice_step.id', 'advice_step.ref', 'advice_step.author_id as step_author_id'])
    .select(['advice.ref as page_ref', 'advice.level', 'advice.author_id', 'advice.owning_team_id'])
    .select(['advice.archived_at', 'interaction.archived_at as meeting_archived_at'])
    .where('advice_step.ref', '=', ref)
    .where(visibleTo(actor, 'advice'))
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    kind: 'advice_step',
    id: row.id,
    ref: row.ref,
    level: row.level,
    pageRef: row.page_ref,
    archived: row.archived_at !== null || row.meeting_archived_at !== null,
    peopleIds: [row.author_id, row.step_author_id],
    owningTeamId: row.owning_team_id,
  };
}

async function findVisibleMove(db: Db | Trx, actor: Actor, ref: string): Promise<ParentRow | undefined> {
  const row = await db
    .selectFrom('objective_move')
    .innerJoin('objective', 'objective.id', 'objective_move.objective_id')
    .select(['objective_move.id', 'objective_move.ref', 'objective_move.author_id as move_author_id'])
    .select(['objective.ref as page_ref', 'objective.level', 'objective.archived_at'])
    .select('objective_move.archived_at as taken_back_at')
    .select(['objective.author_id', 'objective.owner_id', 'objective.owning_team_id'])
    .where('objective_move.ref', '=', ref)
    .where(visibleTo(actor, 'objective'))
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    kind: 'objective_move',
    id: row.id,
    ref: row.ref,
    level: row.level,
    pageRef: row.page_ref,
    archived: row.archived_at !== null || row.taken_back_at !== null,
    peopleIds: [row.author_id, row.owner_id, row.move_author_id],
    owningTeamId: row.owning_team_id,
  };
}
