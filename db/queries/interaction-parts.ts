import type { Db } from '../client.ts';
import { visibleTo, type Actor } from '../visibility.ts';

/** A mission and the meetings held during it: an interaction may be part of another that is part of none itself. */
export interface PartRow {
  id: number;
  ref: string;
  occurred_on: string;
  ended_on: string | null;
  kind_id: number;
  level: number;
  /** As stored. */
  summary: string;
}

const columns = ['id', 'ref', 'occurred_on', 'ended_on', 'kind_id', 'level', 'summary'] as const;

/** The interaction of this id that others may be part of, if the actor sees it. */
export async function findVisibleWhole(db: Db, actor: Actor, id: number): Promise<PartRow | undefined> {
  return db
    .selectFrom('interaction')
    .select(columns)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'interaction'))
    .executeTakeFirst();
}

/** The same by ref, with what it is part of itself. */
export async function findVisibleWholeByRef(db: Db, actor: Actor, ref: string) {
  return db
    .selectFrom('interaction')
    .select([...columns, 'part_of_id'])
    .where('ref', '=', ref)
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'interaction'))
    .executeTakeFirst();
}

/** What took place as part of an interaction, the latest first, as far as the actor sees it. */
export async function listVisibleParts(db: Db, actor: Actor, id: number, limit: number): Promise<PartRow[]> {
  return db
    .selectFrom('interaction')
    .select(columns)
    .where('part_of_id', '=', id)
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'interaction'))
    .orderBy('occurred_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Interactions that end within a span of days and are part of none: what a meeting of those days may belong to. */
export async function listVisibleWholes(
  db: Db,
  actor: Actor,
  days: { from: string; to: string },
  limit: number,
): Promise<PartRow[]> {
  return db
    .selectFrom('interaction')
    .select(columns)
    .where('ended_on', 'is not', null)
    .where('ended_on', '>=', days.from)
    .where('ended_on', '<=', days.to)
    .where('part_of_id', 'is', null)
    .where('archived_at', 'is', null)
    .where('state', '!=', 'cancelled')
    .where(visibleTo(actor, 'interaction'))
    .orderBy('ended_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
