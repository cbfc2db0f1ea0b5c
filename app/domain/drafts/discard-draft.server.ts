import { transact } from '#db/client.ts';
import { deleteDraft } from '#db/queries/drafts.ts';
import type { Context } from '../kernel/context.ts';
import { isRef } from '../kernel/refs.ts';

/** Throws a draft of the actor's away; one that is gone already is no fault. */
export async function discardDraft({ db, actor }: Pick<Context, 'db' | 'actor'>, ref: string): Promise<void> {
  if (!isRef(ref)) return;
  await transact(db, (trx) => deleteDraft(trx, actor.accountId, ref));
}
