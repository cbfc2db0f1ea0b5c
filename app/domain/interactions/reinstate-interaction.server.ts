import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { changeStanding, findChangeable } from './change-standing.server.ts';

/** Takes a cancellation back: the interaction is planned again, for the day it had. */
export async function reinstateInteraction(context: Context, ref: string): Promise<void> {
  const row = await findChangeable(context, ref);
  if (row.archived_at !== null) throw new Conflict('This was archived. Restore it first.');
  if (row.state !== 'cancelled') throw new Conflict('This is not cancelled any more. Open it again.');
  await changeStanding(context, row, 'interaction.reinstated', { state: 'planned', cancelled_reason: null });
}
