import { findSubmission, insertSubmission } from '#db/queries/submissions.ts';
import { commit, type Work } from './commit.server.ts';
import type { Context } from './context.ts';
import { digestOf } from './submission-digest.server.ts';

/** `key-reused`: the key was used before, for something else. `ref` is of the record made then. */
export interface OnceOutcome {
  outcome: 'saved' | 'already-saved' | 'key-reused';
  ref: string;
}

class KeyAlreadyUsed extends Error {}

/**
 * Commits what a form asks for, once for each key: the same form posted twice makes one record. `write` answers the
 * ref of what it made. `content` is what tells the form from another that uses its key.
 */
export async function saveOnce(
  context: Context,
  { key, content }: { key: string; content: unknown },
  write: (work: Work) => Promise<string>,
): Promise<OnceOutcome> {
  const digest = digestOf(context.keys, content);
  const earlier = await earlierOutcome(context, key, digest);
  if (earlier) return earlier;
  try {
    return await commit(context, async (work): Promise<OnceOutcome> => {
      const ref = await write(work);
      const claimed = await insertSubmission(work.trx, {
        account_id: context.actor.accountId,
        key,
        digest,
        record_ref: ref,
        created_at: context.now.toISOString(),
      });
      if (!claimed) throw new KeyAlreadyUsed();
      return { outcome: 'saved', ref };
    });
  } catch (error) {
    // the twin of this post was faster, and its words may be what `write` stumbled over
    const twin = await earlierOutcome(context, key, digest);
    if (!twin) throw error;
    return twin;
  }
}

/** For a use case whose checks would stumble over the very record that the first post made. */
export async function earlierOutcome(
  { db, actor }: Context,
  key: string,
  digest: string,
): Promise<OnceOutcome | undefined> {
  const submission = await findSubmission(db, actor.accountId, key);
  if (!submission) return undefined;
  return {
    outcome: submission.digest === digest ? 'already-saved' : 'key-reused',
    ref: submission.record_ref,
  };
}
