import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { setArchived } from './change-standing.server.ts';
import { findOwnAdvice } from './find-changeable.server.ts';

/** Brings archived advice back. */
export async function restoreAdvice(context: Context, ref: string): Promise<void> {
  const advice = await findOwnAdvice(context, ref);
  if (advice.archived_at === null) throw new Conflict('This is not archived.');
  await setArchived(context, advice, false);
}
