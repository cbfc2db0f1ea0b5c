import { listStaff } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { withTypedMentions } from './mention.ts';

/** Notes whose typed names of colleagues have become mentions. */
export async function completeMentions<T extends { notes: string }>(
  { db }: Pick<Context, 'db'>,
  input: T,
): Promise<T> {
  if (!/@\p{L}/u.test(input.notes)) return input;
  return { ...input, notes: withTypedMentions(input.notes, await listStaff(db)) };
}
