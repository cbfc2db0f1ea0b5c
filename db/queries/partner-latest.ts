import { sql } from 'kysely';
import type { Db } from '../client.ts';
import { visibleTo, type Actor } from '../visibility.ts';
import { ofNoArchived } from './advice-list.ts';
import { listInteractionRows, listTimelineIds } from './timeline.ts';

export interface LatestInteraction {
  ref: string;
  on: string;
  summary: string;
  level: number;
}

export interface OpenCommitment {
  ref: string;
  interactionRef: string | null;
  body: string;
  level: number;
  side: string;
  dueOn: string | null;
}

/** The latest interactions with an organisation that the actor may see, planned ones left out, newest first. */
export async function listLatestWith(
  db: Db,
  actor: Actor,
  organisationId: number,
  limit: number,
): Promise<LatestInteraction[]> {
  const ids = await listTimelineIds(
    db,
    actor,
    { of: 'organisation', id: organisationId },
    { state: 'held', limit },
  );
  const rows = await listInteractionRows(db, actor, ids);
  return rows.map(({ ref, occurred_on, summary, level }) => ({ ref, on: occurred_on, summary, level }));
}

/** Promises of an organisation that are still open, the longest due first. */
export async function listOpenCommitmentsOf(
  db: Db,
  actor: Actor,
  organisationId: number,
  limit: number,
): Promise<OpenCommitment[]> {
  return db
    .selectFrom('commitment')
    .leftJoin('interaction', 'interaction.id', 'commitment.interaction_id')
    .select([
      'commitment.ref',
      'interaction.ref as interactionRef',
      'commitment.body',
      'commitment.level',
      'commitment.side',
      'commitment.due_on as dueOn',
    ])
    .where('commitment.by_organisation_id', '=', organisationId)
    .where('commitment.status', '=', 'open')
    .where('commitment.archived_at', 'is', null)
    .where(ofNoArchived('commitment'))
    .where(visibleTo(actor, 'commitment'))
    .orderBy(sql`coalesce(commitment.due_on, '9999')`)
    .orderBy('commitment.id')
    .limit(limit)
    .execute();
}
