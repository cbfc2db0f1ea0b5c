import type { FollowUpRecord } from '#db/queries/promise-reads.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';

const RESTRICTED = 2;

/** Records that a restricted or sealed follow-up was read; nothing for the others. */
export async function recordFollowUpOpening(
  context: Context,
  { id, ref, level }: Pick<FollowUpRecord, 'id' | 'ref' | 'level'>,
): Promise<void> {
  if (level < RESTRICTED) return;
  await recordOpening(context, { action: 'interaction.opened', noun: 'follow_up', id, ref, changes: {} });
}
