import type { Context } from '#app/domain/kernel/context.ts';
import { Conflict } from '#app/domain/kernel/errors.ts';
import { findStanding, type ObjectiveStanding } from '#app/domain/objectives/find-standing.server.ts';
import { readMove, type MoveForm } from '#app/domain/objectives/move-form.ts';
import { moveObjective } from '#app/domain/objectives/move-objective.server.ts';
import { takeBackMove } from '#app/domain/objectives/take-back-move.server.ts';
import { pathTo } from '#app/paths.ts';
import type { ReadForm } from './forms.ts';

/** What a post of a move came to: where the objective stands now, and why it was not moved, if it was not. */
export interface MoveAnswer {
  standing: ObjectiveStanding;
  /** The move that was made: its ref takes it back. */
  move?: string;
  /** A colleague was faster, or it is archived. */
  conflict?: string;
  errors?: Record<string, string>;
  /** What was typed, where it was not taken. */
  form?: MoveForm;
}

/** Where a move leads that was asked on no other page: a document that shows it is added there. */
export function afterMove(ref: string, move: string, evidence: string): string {
  return evidence === 'document' ? `${pathTo.objective(ref)}#files-${move}` : pathTo.objective(ref);
}

export const MOVE_LIMITS = { limits: { note: 4_000, link: 1_000 } };

/** Moves an objective, or takes its last move back with `act=take-back`. Throws NotFound and Forbidden. */
export async function postMove(
  context: Context,
  ref: string,
  { fields, faults }: ReadForm,
): Promise<{ status: number; answer: MoveAnswer }> {
  const read = readMove(fields, faults);
  const now = async (more: Omit<MoveAnswer, 'standing'>, status: number) => ({
    status,
    answer: { standing: await findStanding(context, ref), ...more },
  });
  try {
    if (fields.one('act') === 'take-back') {
      await takeBackMove(context, ref, fields.one('move'));
      return await now({}, 200);
    }
    if (!read.ok) return await now({ errors: read.errors, form: read.form }, 422);
    const result = await moveObjective(context, ref, read.form);
    if (result.outcome === 'refused') return await now({ errors: result.errors, form: read.form }, 422);
    return await now({ move: result.move }, 200);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return now({ conflict: error.message, form: read.form }, 409);
  }
}
