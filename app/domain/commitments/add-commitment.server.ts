import { insertCommitment, type PromiseLinks, type Recipient } from '#db/queries/promise-writes.ts';
import type { Meeting } from '../interactions/meeting.ts';
import type { Work } from '../kernel/commit.server.ts';
import { makeRef } from '../kernel/refs.ts';
import { storedText } from '../kernel/sealed-text.server.ts';

export interface CommitmentFacts {
  text: string;
  /** Who promised: a partner, or us where there is none. */
  by: Recipient | null;
  dueOn: string | null;
  links: PromiseLinks;
}

/** Step: a promise made in a meeting, theirs or ours, and the audit record. */
export async function addCommitment(
  work: Work,
  meeting: Meeting,
  facts: CommitmentFacts,
): Promise<{ id: number; ref: string }> {
  const { context, trx } = work;
  const ref = makeRef(context.random);
  const at = context.now.toISOString();
  const side = facts.by === null ? 'ours' : 'theirs';
  const id = await insertCommitment(
    trx,
    {
      ref,
      interaction_id: meeting.id,
      body: storedText(context.keys, meeting.level, `commitment|body|${ref}`, facts.text),
      side,
      by_organisation_id: facts.by?.organisation_id ?? null,
      by_person_id: facts.by?.person_id ?? null,
      by_account_id: side === 'ours' ? context.actor.accountId : null,
      made_on: meeting.occurredOn,
      due_on: facts.dueOn,
      status: 'open',
      level: meeting.level,
      owning_team_id: meeting.owningTeamId,
      author_id: context.actor.accountId,
      created_at: at,
      updated_at: at,
    },
    facts.links,
  );
  work.record({
    action: 'commitment.made',
    noun: 'commitment',
    id,
    ref,
    changes: {
      interaction: [null, meeting.ref],
      text: [null, facts.text],
      side: [null, side],
      due: [null, facts.dueOn],
    },
    sealed: meeting.level === 3,
  });
  return { id, ref };
}
