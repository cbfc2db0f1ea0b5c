import { findVisibleObjective } from '#db/queries/objective-reads.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { offerEvidence } from './offer-evidence.server.ts';
import type { ShownMeeting } from './tell-moves.server.ts';

/** The interactions that a move of this objective can point at. Throws NotFound. */
export async function showEvidence(context: Context, ref: string): Promise<ShownMeeting[]> {
  const row = isRef(ref) ? await findVisibleObjective(context.db, context.actor, ref) : undefined;
  if (!row) throw new NotFound();
  return offerEvidence(context, row);
}
