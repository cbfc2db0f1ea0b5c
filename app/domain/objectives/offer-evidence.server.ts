import { listInteractionsOfObjective, listLatestHeldIn } from '#db/queries/objective-links.ts';
import type { Context } from '../kernel/context.ts';
import { clip } from '../kernel/clip.ts';
import type { ShownMeeting } from './tell-moves.server.ts';

const MOST = 15;

/** The interactions that a move or a stance can point at: those on the objective, then the latest of the country. */
export async function offerEvidence(
  { db, actor }: Context,
  objective: { id: number; country_id: number },
): Promise<ShownMeeting[]> {
  const own = await listInteractionsOfObjective(db, actor, objective.id, MOST);
  const near = await listLatestHeldIn(db, actor, objective.country_id, MOST);
  const all = [...own.filter(({ state }) => state === 'held'), ...near];
  const distinct = [...new Map(all.map((row) => [row.ref, row])).values()];
  return distinct.map((row) => ({
    ref: row.ref,
    on: row.occurred_on,
    summary: row.level === 3 ? 'Sealed record' : clip(row.summary, 80),
  }));
}
