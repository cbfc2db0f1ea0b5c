import type { Db } from '../client.ts';
import type { InteractionState } from '../schema/interactions.ts';
import { visibleTo, type Actor } from '../visibility.ts';

/** The interaction that something hangs on, if the actor sees it. Its summary is as stored. */
export async function findInteractionOf(db: Db, actor: Actor, id: number) {
  return db
    .selectFrom('interaction')
    .select(['ref', 'occurred_on', 'summary', 'level'])
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'interaction'))
    .executeTakeFirst();
}

/** Which of some refs name an interaction that the actor sees. */
export async function listVisibleRefs(db: Db, actor: Actor, refs: readonly string[]): Promise<Set<string>> {
  if (refs.length === 0) return new Set();
  const rows = await db
    .selectFrom('interaction')
    .select('ref')
    .where('ref', 'in', [...refs])
    .where(visibleTo(actor, 'interaction'))
    .execute();
  return new Set(rows.map((row) => row.ref));
}

/** Interactions by ref, as far as the actor sees them; archived ones are left out. */
export async function listVisibleInteractionIds(
  db: Db,
  actor: Actor,
  refs: readonly string[],
): Promise<{ id: number; ref: string; state: InteractionState }[]> {
  if (refs.length === 0) return [];
  return db
    .selectFrom('interaction')
    .select(['id', 'ref', 'state'])
    .where('ref', 'in', [...refs])
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'interaction'))
    .execute();
}
