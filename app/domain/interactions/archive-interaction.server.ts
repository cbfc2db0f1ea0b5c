import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { changeStanding, findChangeable } from './change-standing.server.ts';

/** Takes an interaction out of every list and count. Nothing is deleted: it can be restored. */
export async function archiveInteraction(context: Context, ref: string): Promise<void> {
  const row = await findChangeable(context, ref);
  if (row.archived_at !== null) throw new Conflict('This is archived already.');
  await changeStanding(context, row, 'interaction.archived', {
    archived_at: context.now.toISOString(),
    archived_by_id: context.actor.accountId,
  });
}
