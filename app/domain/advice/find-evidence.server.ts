import { findVisibleInteraction } from '#db/queries/interaction-reads.ts';
import type { Context } from '../kernel/context.ts';
import { isRef } from '../kernel/refs.ts';

/** The meeting that a step rests on, if the actor sees it; one that is put away, hidden or none is undefined alike. */
export async function findEvidence({ db, actor }: Context, ref: string) {
  const row = isRef(ref) ? await findVisibleInteraction(db, actor, ref) : undefined;
  return row?.archived_at === null ? row : undefined;
}
