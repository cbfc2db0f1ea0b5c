import { findVisibleAttachment } from '#db/queries/attachments.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import type { ParentName } from './find-attachable.server.ts';

export type Attachment = Awaited<ReturnType<typeof findAttachment>>;

/** The file of this ref, archived or not, with what it hangs on. Throws NotFound, for the hidden and the absent alike. */
export async function findAttachment({ db, actor }: Context, ref: string) {
  const row = isRef(ref) ? await findVisibleAttachment(db, actor, ref) : undefined;
  if (!row) throw new NotFound();
  const parent = parentOf(row);
  return { ...row, parent, pageRef: row.advice_ref ?? row.objective_ref ?? parent.ref };
}

function parentOf(row: {
  interaction_ref: string | null;
  advice_step_ref: string | null;
  objective_move_ref: string | null;
}): ParentName {
  if (row.interaction_ref !== null) return { kind: 'interaction', ref: row.interaction_ref };
  if (row.advice_step_ref !== null) return { kind: 'advice_step', ref: row.advice_step_ref };
  return { kind: 'objective_move', ref: row.objective_move_ref ?? '' };
}
