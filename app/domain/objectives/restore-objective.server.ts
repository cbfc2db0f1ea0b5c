import { updateObjective } from '#db/queries/objective-writes.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { CHANGED_MEANWHILE, findOwned } from './find-changeable.server.ts';

/** Brings an archived objective back. Throws NotFound, Forbidden, or Conflict where it is not archived. */
export async function restoreObjective(context: Context, ref: string): Promise<void> {
  const row = await findOwned(context, ref);
  if (row.archived_at === null) throw new Conflict('This objective is not archived.');
  await commit(context, async ({ trx, record }) => {
    const change = { archived_at: null, archived_by_id: null, updated_at: context.now.toISOString() };
    if (!(await updateObjective(trx, row.id, row.version, change))) throw new Conflict(CHANGED_MEANWHILE);
    record({
      action: 'objective.restored',
      noun: 'objective',
      id: row.id,
      ref,
      changes: { archived: [true, false] },
    });
  });
}
