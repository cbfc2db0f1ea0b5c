import { transact } from '#db/client.ts';
import { insertOrUpdateDraft } from '#db/queries/drafts.ts';
import { NotFound } from '../kernel/errors.ts';
import type { Context } from '../kernel/context.ts';
import { isRef } from '../kernel/refs.ts';
import type { InteractionForm } from '../interactions/form.ts';
import { sealDraft } from './draft-text.server.ts';

export interface DraftInput {
  /** The draft of an edit belongs to this interaction; '' on a new one. */
  subject: string;
  form: InteractionForm;
}

/** The form whose drafts these are. */
export const INTERACTION_FORM = 'interaction';

/**
 * Keeps what stands in an open form, encrypted for its account; one row for each open form, named by its submission
 * key. Drafts are not audited. Answers when it was kept (ISO, UTC). Throws NotFound for a form that is saved already.
 */
export async function keepDraft(context: Context, { subject, form }: DraftInput): Promise<string> {
  if (!isRef(form.key)) throw new NotFound();
  const { accountId } = context.actor;
  const at = context.now.toISOString();
  const kept = await transact(context.db, (trx) =>
    insertOrUpdateDraft(trx, {
      ref: form.key,
      accountId,
      form: INTERACTION_FORM,
      subjectRef: subject || null,
      body: sealDraft(context.keys, accountId, form),
      at,
    }),
  );
  if (!kept) throw new NotFound();
  return at;
}
