import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { findCompletion, type Completion } from '#app/domain/follow-ups/find-completion.server.ts';
import { reopenFollowUp } from '#app/domain/follow-ups/reopen-follow-up.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { Conflict } from '#app/domain/kernel/errors.ts';
import type { ReadForm } from './forms.ts';

/** What a post of a completion came to: how it stands now, and why it was not done, if it was not. */
export interface CompletionAnswer extends Completion {
  /** A colleague was faster. */
  conflict?: string;
  error?: string;
  /** What was typed, where it was not taken. */
  outcome?: string;
}

/** Completes a follow-up, or opens it again with `act=reopen`. Throws NotFound and Forbidden. */
export async function postCompletion(
  context: Context,
  ref: string,
  { fields, faults }: ReadForm,
): Promise<{ status: number; answer: CompletionAnswer }> {
  const outcome = fields.one('outcome');
  const refused = async (error: string) => ({
    status: 422,
    answer: { ...(await findCompletion(context, ref)), error, outcome },
  });
  if (faults['outcome']) return refused(faults['outcome']);
  try {
    if (fields.one('act') === 'reopen') await reopenFollowUp(context, ref);
    else {
      const result = await completeFollowUp(context, ref, outcome);
      if (result.outcome === 'refused') return await refused(result.errors['outcome'] ?? '');
    }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const answer = { ...(await findCompletion(context, ref)), conflict: error.message, outcome };
    return { status: 409, answer };
  }
  return { status: 200, answer: await findCompletion(context, ref) };
}
