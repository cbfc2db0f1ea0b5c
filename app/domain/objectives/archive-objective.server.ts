import { updateObjective } from '#db/queries/objective-writes.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { CHANGED_MEANWHILE, findChangeable } from './find-changeable.server.ts';

/** Puts an objective away. Its history stays. Throws NotFound, Forbidden, or Conflict where it is archived already. */
export async function archiveObjective(context: Context, ref: string): Promise<void> {
  const row = await findChangeable(context, ref);
  const at = context.now.toISOString();
  await commit(context, async ({ trx, record }) => {
    const change = { archived_at: at, archived_by_id: context.actor.accountId, updated_at: at };
    if (!(await updateObjective(trx, row.id, row.version, change))) throw new Conflict(CHANGED_MEANWHILE);
    record({
      action: 'objective.archived',
      noun: 'objective',
      id: row.id,
      ref,
      changes: { archived: [false, true] },
    });
  });
}
