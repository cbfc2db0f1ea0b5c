import { commit } from '#app/domain/kernel/commit.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { deleteSession } from '#db/queries/sessions.ts';

/** Ends one session of the actor, and records it. */
export async function signOut(context: Context, input: { sessionId: string }): Promise<void> {
  const { accountId, ref } = context.actor;
  await commit(context, async ({ trx, record }) => {
    await deleteSession(trx, input.sessionId);
    record({ action: 'account.signed-out', noun: 'account', id: accountId, ref, changes: {} });
  });
}
