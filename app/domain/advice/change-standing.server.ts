import type { AdviceRecord } from '#db/queries/advice-record.ts';
import { updateAdvice } from '#db/queries/advice-writes.ts';
import { raiseInteractionVersion } from '#db/queries/promise-writes.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';

/** Puts advice away, or brings it back. Throws Conflict where it is outdated. */
export async function setArchived(context: Context, advice: AdviceRecord, archived: boolean): Promise<void> {
  const at = context.now.toISOString();
  await commit(context, async ({ trx, record }) => {
    const isSaved = await updateAdvice(
      trx,
      advice.id,
      {
        archived_at: archived ? at : null,
        archived_by_id: archived ? context.actor.accountId : null,
        updated_at: at,
      },
      advice.version,
    );
    if (!isSaved) throw new Conflict('Somebody else changed this meanwhile. Open it again.');
    if (advice.interaction_id !== null && (advice.objective_level ?? 0) === 0)
      await raiseInteractionVersion(trx, advice.interaction_id);
    record({
      action: archived ? 'advice.archived' : 'advice.restored',
      noun: 'advice',
      id: advice.id,
      ref: advice.ref,
      changes: { archived: [!archived, archived] },
      sealed: advice.level === 3,
    });
  });
}
