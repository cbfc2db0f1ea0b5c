import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { setArchived } from './change-standing.server.ts';
import { findOwnAdvice } from './find-changeable.server.ts';

/** Takes advice out of every list and count. Nothing is deleted: it can be restored. */
export async function archiveAdvice(context: Context, ref: string): Promise<void> {
  const advice = await findOwnAdvice(context, ref);
  if (advice.archived_at !== null) throw new Conflict('This is archived already.');
  await setArchived(context, advice, true);
}
