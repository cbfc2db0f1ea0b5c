import { today, type Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { changeStanding, findChangeable } from './change-standing.server.ts';

/** Says that a planned interaction took place: from now on it counts as contact. */
export async function holdInteraction(context: Context, ref: string): Promise<void> {
  const row = await findChangeable(context, ref);
  if (row.archived_at !== null) throw new Conflict('This was archived. Restore it first.');
  if (row.state !== 'planned') throw new Conflict('This is not planned any more. Open it again.');
  if (row.occurred_on > today(context)) {
    throw new Conflict('This lies in the future. Change its date if it took place earlier.');
  }
  await changeStanding(context, row, 'interaction.held', { state: 'held' });
}
