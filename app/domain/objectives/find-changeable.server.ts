import { findVisibleObjective, type ObjectiveRecord } from '#db/queries/objective-reads.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { mayChangeObjective } from './policy.ts';

export const CHANGED_MEANWHILE = 'A colleague changed this objective meanwhile. Look at it again.';

/** The objective, for somebody who may change it, archived or not. Throws NotFound or Forbidden. */
export async function findOwned(context: Context, ref: string): Promise<ObjectiveRecord> {
  const row = isRef(ref) ? await findVisibleObjective(context.db, context.actor, ref) : undefined;
  if (!row) throw new NotFound();
  if (!mayChangeObjective(context.actor, row)) {
    throw new Forbidden('Only its owner, its author and the owning team may change this.');
  }
  return row;
}

/** As `findOwned`; throws Conflict where it is archived. */
export async function findChangeable(context: Context, ref: string): Promise<ObjectiveRecord> {
  const row = await findOwned(context, ref);
  if (row.archived_at !== null) throw new Conflict('This objective is archived. Restore it first.');
  return row;
}
