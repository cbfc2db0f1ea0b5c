import type { Db } from '../client.ts';
import type { Evidence } from '../schema/promises.ts';
import { personVisibleOrNone, visibleTo, type Actor } from '../visibility.ts';

/** One objective, found through the actor, archived ones too. Texts are as stored. */
export async function findVisibleObjective(db: Db, actor: Actor, ref: string) {
  return db
    .selectFrom('objective')
    .selectAll()
    .where('ref', '=', ref)
    .where(visibleTo(actor, 'objective'))
    .executeTakeFirst();
}

export type ObjectiveRecord = NonNullable<Awaited<ReturnType<typeof findVisibleObjective>>>;

/** The objective that something hangs on, if the actor sees it. Its title is as stored. */
export async function findObjectiveOf(db: Db, actor: Actor, id: number) {
  return db
    .selectFrom('objective')
    .select(['ref', 'title', 'level'])
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'objective'))
    .executeTakeFirst();
}

/** The colleagues named as readers. The caller has shown that the actor may see the objective. */
export async function listObjectiveReaders(db: Db, objectiveId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('objective_named_reader')
    .select('account_id')
    .where('objective_id', '=', objectiveId)
    .orderBy('account_id')
    .execute();
  return rows.map((row) => row.account_id);
}

export interface MoveRow {
  id: number;
  ref: string;
  from_stage_id: number | null;
  stage_id: number;
  occurred_on: string;
  evidence: Evidence;
  evidence_link: string | null;
  note: string | null;
  author_id: number;
  author_name: string;
  interaction_ref: string | null;
  interaction_summary: string | null;
  interaction_level: number | null;
  interaction_on: string | null;
}

/**
 * The moves that were not taken back, the latest first; the meeting behind one only where the actor sees it.
 * The caller has shown that the actor may see the objective.
 */
export async function listMoves(
  db: Db,
  actor: Actor,
  objectiveId: number,
  limit: number,
): Promise<MoveRow[]> {
  return db
    .selectFrom('objective_move as move')
    .innerJoin('account', 'account.id', 'move.author_id')
    .leftJoin('interaction as meeting', (join) =>
      join
        .onRef('meeting.id', '=', 'move.evidence_interaction_id')
        .on('meeting.archived_at', 'is', null)
        .on(visibleTo(actor, 'interaction', 'meeting')),
    )
    .select([
      'move.id',
      'move.ref',
      'move.from_stage_id',
      'move.stage_id',
      'move.occurred_on',
      'move.evidence',
      'move.evidence_link',
      'move.note',
      'move.author_id',
      'account.name as author_name',
      'meeting.ref as interaction_ref',
      'meeting.summary as interaction_summary',
      'meeting.level as interaction_level',
      'meeting.occurred_on as interaction_on',
    ])
    .where('move.objective_id', '=', objectiveId)
    .where('move.archived_at', 'is', null)
    .orderBy('move.occurred_on', 'desc')
    .orderBy('move.id', 'desc')
    .limit(limit)
    .execute();
}

/** A move by ref, whether taken back or not. The caller has shown that the actor may see the objective. */
export async function findMove(db: Db, objectiveId: number, ref: string) {
  return db
    .selectFrom('objective_move')
    .select(['id', 'ref', 'from_stage_id', 'stage_id', 'author_id', 'archived_at'])
    .where('ref', '=', ref)
    .where('objective_id', '=', objectiveId)
    .executeTakeFirst();
}

export interface StanceRow {
  id: number;
  ref: string;
  stance_id: number;
  observed_on: string;
  note: string | null;
  author_name: string;
  organisation_ref: string | null;
  organisation_name: string | null;
  person_ref: string | null;
  person_name: string | null;
  interaction_ref: string | null;
  interaction_summary: string | null;
  interaction_level: number | null;
  interaction_on: string | null;
}

/**
 * Where partners stood, the latest first; a person who is hidden from the actor is left out.
 * The caller has shown that the actor may see the objective.
 */
export async function listStances(
  db: Db,
  actor: Actor,
  objectiveId: number,
  limit: number,
): Promise<StanceRow[]> {
  return db
    .selectFrom('objective_stance as stance')
    .innerJoin('account', 'account.id', 'stance.author_id')
    .leftJoin('organisation', 'organisation.id', 'stance.organisation_id')
    .leftJoin('person', 'person.id', 'stance.person_id')
    .leftJoin('interaction as meeting', (join) =>
      join
        .onRef('meeting.id', '=', 'stance.interaction_id')
        .on('meeting.archived_at', 'is', null)
        .on(visibleTo(actor, 'interaction', 'meeting')),
    )
    .select([
      'stance.id',
      'stance.ref',
      'stance.stance_id',
      'stance.observed_on',
      'stance.note',
      'account.name as author_name',
      'organisation.ref as organisation_ref',
      'organisation.name as organisation_name',
      'person.ref as person_ref',
      'person.name as person_name',
      'meeting.ref as interaction_ref',
      'meeting.summary as interaction_summary',
      'meeting.level as interaction_level',
      'meeting.occurred_on as interaction_on',
    ])
    .where('stance.objective_id', '=', objectiveId)
    .where('stance.archived_at', 'is', null)
    .where(personVisibleOrNone(actor, 'stance.person_id'))
    .orderBy('stance.observed_on', 'desc')
    .orderBy('stance.id', 'desc')
    .limit(limit)
    .execute();
}

/** A stance by ref. The caller has shown that the actor may see the objective; a hidden person's is not found. */
export async function findStance(db: Db, actor: Actor, objectiveId: number, ref: string) {
  return db
    .selectFrom('objective_stance')
    .select(['id', 'ref', 'stance_id', 'archived_at'])
    .where('ref', '=', ref)
    .where('objective_id', '=', objectiveId)
    .where(personVisibleOrNone(actor, 'objective_stance.person_id'))
    .executeTakeFirst();
}
