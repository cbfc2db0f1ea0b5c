import { updateMailRetried } from '#db/queries/outbox.ts';
import { requireAdministrator } from '../accounts/policy.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';

/** Lets a mail that was given up be tried again from the start. Throws Forbidden, or NotFound where none failed. */
export async function retryMail(context: Context, messageId: string): Promise<void> {
  requireAdministrator(context.actor);
  await commit(context, async ({ trx, record }) => {
    const mail = await updateMailRetried(trx, messageId, context.now.toISOString());
    if (!mail) throw new NotFound();
    record({
      action: 'mail.retried',
      noun: 'mail',
      id: mail.id,
      ref: null,
      changes: { state: ['failed', 'waiting'] },
    });
  });
}
