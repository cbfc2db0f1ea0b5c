import { findSubmission, insertSubmission } from '#db/queries/submissions.ts';
import { commit, type Work } from './commit.server.ts';
import type { Context } from './context.ts';
import { digestOf } from './submission-digest.server.ts';

export type OnceOutcome =
  | { outcome: 'saved' | 'already-saved'; ref: string }
  /** The key was used for something else: an earlier form, opened again with other words. */
  | { outcome: 'key-used' };

class KeyAlreadyUsed extends Error {}

/**
 * Commits what one opening of a form asks for, once: the same form posted again answers the ref of what it made.
 * `work` answers the ref under which the outcome is found again.
 */
export async function commitOnce<F extends { key: string }>(
  context: Context,
  form: F,
  work: (work: Work) => Promise<string>,
): Promise<OnceOutcome> {
  const digest = digestOf(context.keys, { ...form, key: '' });
  const earlier = await earlierOutcome(context, form.key, digest);
  if (earlier) return earlier;
  try {
    const ref = await commit(context, async (each) => {
      const made = await work(each);
      const claimed = await insertSubmission(each.trx, {
        account_id: context.actor.accountId,
        key: form.key,
        digest,
        record_ref: made,
        created_at: context.now.toISOString(),
      });
      if (!claimed) throw new KeyAlreadyUsed();
      return made;
    });
    return { outcome: 'saved', ref };
  } catch (error) {
    const twin = error instanceof KeyAlreadyUsed && (await earlierOutcome(context, form.key, digest));
    if (!twin) throw error;
    return twin;
  }
}

async function earlierOutcome(
  { db, actor }: Context,
  key: string,
  digest: string,
): Promise<OnceOutcome | undefined> {
  const submission = await findSubmission(db, actor.accountId, key);
  if (!submission) return undefined;
  return submission.digest === digest
    ? { outcome: 'already-saved', ref: submission.record_ref }
    : { outcome: 'key-used' };
}
