import { listMoves } from '#db/queries/objective-reads.ts';
import { updateObjective, updateObjectiveMove } from '#db/queries/objective-writes.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { CHANGED_MEANWHILE, findChangeable } from './find-changeable.server.ts';

/**
 * Takes the last move back, as if it had not been made: the objective stands again where the move before put it. What
 * was written stays in the history. Throws Conflict where the move is not the last one any more, or the first.
 */
export async function takeBackMove(context: Context, ref: string, move: string): Promise<void> {
  const { db, actor, reference } = context;
  const row = await findChangeable(context, ref);
  const [last, before] = await listMoves(db, actor, row.id, 2);
  if (!last || last.ref !== move) throw new Conflict(CHANGED_MEANWHILE);
  if (!before) throw new Conflict('This is where the objective began. Archive it instead.');
  const stage = reference.termById(before.stage_id);
  const at = context.now.toISOString();
  await commit(context, async ({ trx, record }) => {
    const saved = await updateObjective(trx, row.id, row.version, {
      stage_id: stage.id,
      meaning: stage.meaning ?? 'open',
      moved_on: before.occurred_on,
      updated_at: at,
    });
    if (!saved) throw new Conflict(CHANGED_MEANWHILE);
    await updateObjectiveMove(trx, last.id, { archived_at: at, archived_by_id: actor.accountId });
    record({
      action: 'objective.moved-back',
      noun: 'objective',
      id: row.id,
      ref,
      changes: {
        stage: [reference.termById(last.stage_id).code, stage.code],
        on: [last.occurred_on, before.occurred_on],
      },
      sealed: row.level === 3,
    });
  });
}
