import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { changeStanding, findChangeable } from './change-standing.server.ts';

/** Brings an archived interaction back to where it was. */
export async function restoreInteraction(context: Context, ref: string): Promise<void> {
  const row = await findChangeable(context, ref);
  if (row.archived_at === null) throw new Conflict('This is not archived.');
  await changeStanding(context, row, 'interaction.restored', { archived_at: null, archived_by_id: null });
}
