import type { Db } from '#db/client.ts';

interface GoneParents {
  interactions: Set<number>;
  advice: Set<number>;
  objectives: Set<number>;
}

/** The attachments that hang on something hidden: on a meeting, on a step of advice, on a move of an objective. */
export async function filesOn(db: Db, gone: GoneParents): Promise<Set<number>> {
  const rows = await db
    .selectFrom('attachment')
    .leftJoin('advice_step', 'advice_step.id', 'attachment.advice_step_id')
    .leftJoin('objective_move', 'objective_move.id', 'attachment.objective_move_id')
    .select(['attachment.id', 'attachment.interaction_id'])
    .select(['advice_step.advice_id', 'objective_move.objective_id'])
    .execute();
  const has = (ids: Set<number>, id: number | null) => id !== null && ids.has(id);
  return new Set(
    rows
      .filter(
        (row) =>
          has(gone.interactions, row.interaction_id) ||
          has(gone.advice, row.advice_id) ||
          has(gone.objectives, row.objective_id),
      )
      .map((row) => row.id),
  );
}
