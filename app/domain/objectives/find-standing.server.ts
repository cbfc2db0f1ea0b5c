import { findVisibleObjective } from '#db/queries/objective-reads.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { termLabel } from '../reference/labels.server.ts';

/** Where an objective stands now, for whoever has just tried to move it. Throws NotFound. */
export interface ObjectiveStanding {
  ref: string;
  stage: string;
  stageLabel: string;
  movedOn: string;
}

export async function findStanding(context: Context, ref: string): Promise<ObjectiveStanding> {
  const row = isRef(ref) ? await findVisibleObjective(context.db, context.actor, ref) : undefined;
  if (!row) throw new NotFound();
  const { code } = context.reference.termById(row.stage_id);
  return { ref, stage: code, stageLabel: termLabel(context, row.stage_id), movedOn: row.moved_on };
}
