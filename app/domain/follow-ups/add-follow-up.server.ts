import { insertFollowUp, type PromiseLinks } from '#db/queries/promise-writes.ts';
import type { Work } from '../kernel/commit.server.ts';
import { makeRef } from '../kernel/refs.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import { tell } from '../notifications/tell.server.ts';

/** What a follow-up takes from where it was born. */
export interface Origin {
  interactionId: number | null;
  adviceId?: number | null;
  commitmentId?: number | null;
  level: number;
  owningTeamId: number;
}

export interface FollowUpFacts {
  title: string;
  assigneeId: number;
  assigneeRef: string;
  dueOn: string;
  links: PromiseLinks;
}

/** Step: something to be done, and the audit record. Its readers are written with those of its interaction. */
export async function addFollowUp(
  work: Work,
  origin: Origin,
  facts: FollowUpFacts,
): Promise<{ id: number; ref: string }> {
  const { context, trx } = work;
  const ref = makeRef(context.random);
  const open = context.reference.term('follow_up_status', 'open');
  const at = context.now.toISOString();
  const id = await insertFollowUp(
    trx,
    {
      ref,
      interaction_id: origin.interactionId,
      advice_id: origin.adviceId ?? null,
      commitment_id: origin.commitmentId ?? null,
      title: storedText(context.keys, origin.level, `follow_up|title|${ref}`, facts.title),
      assignee_id: facts.assigneeId,
      due_on: facts.dueOn,
      priority: 'normal',
      status_id: open.id,
      meaning: 'open',
      level: origin.level,
      owning_team_id: origin.owningTeamId,
      author_id: context.actor.accountId,
      created_at: at,
      updated_at: at,
    },
    facts.links,
  );
  work.record({
    action: 'follow-up.created',
    noun: 'follow_up',
    id,
    ref,
    changes: { title: [null, facts.title], assignee: [null, facts.assigneeRef], due: [null, facts.dueOn] },
    sealed: origin.level === 3,
  });
  tell(work, { kind: 'assigned', noun: 'follow_up', recordId: id, accountId: facts.assigneeId });
  return { id, ref };
}
