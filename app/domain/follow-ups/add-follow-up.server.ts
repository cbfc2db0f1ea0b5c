import { insertFollowUp, type PromiseLinks } from '#db/queries/promise-writes.ts';
import type { Priority } from '#db/schema/promises.ts';
import type { Work } from '../kernel/commit.server.ts';
import { makeRef } from '../kernel/refs.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Rhythm } from './recurrence.ts';

/** What a follow-up takes from where it was born. */
export interface Origin {
  interactionId: number | null;
  adviceId?: number | null;
  commitmentId?: number | null;
  objectiveId?: number | null;
  /** The follow-up that it comes after. */
  previous?: { id: number; ref: string };
  level: number;
  owningTeamId: number;
}

export interface FollowUpFacts {
  title: string;
  assigneeId: number;
  assigneeRef: string;
  dueOn: string;
  priority?: Priority;
  rhythm?: Rhythm | null;
  /** Whoever asked for it, where that is not the one who writes it. */
  authorId?: number;
  links: PromiseLinks;
}

/** Step: something to be done, and the audit record. Its readers are written with those of its parents. */
export async function addFollowUp(
  work: Work,
  origin: Origin,
  facts: FollowUpFacts,
): Promise<{ id: number; ref: string }> {
  const { context, trx } = work;
  const ref = makeRef(context.random);
  const open = context.reference.term('follow_up_status', 'open');
  const at = context.now.toISOString();
  const { priority = 'normal', rhythm = null } = facts;
  const id = await insertFollowUp(
    trx,
    {
      ref,
      interaction_id: origin.interactionId,
      advice_id: origin.adviceId ?? null,
      commitment_id: origin.commitmentId ?? null,
      objective_id: origin.objectiveId ?? null,
      previous_id: origin.previous?.id ?? null,
      title: storedText(context.keys, origin.level, `follow_up|title|${ref}`, facts.title),
      assignee_id: facts.assigneeId,
      due_on: facts.dueOn,
      priority,
      status_id: open.id,
      meaning: 'open',
      recurrence: rhythm?.recurrence ?? null,
      recurs_from: rhythm?.from ?? null,
      recurs_until: rhythm?.until ?? null,
      level: origin.level,
      owning_team_id: origin.owningTeamId,
      author_id: facts.authorId ?? context.actor.accountId,
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
    changes: {
      title: [null, facts.title],
      assignee: [null, facts.assigneeRef],
      due: [null, facts.dueOn],
      ...(priority === 'normal' ? {} : { priority: [null, priority] }),
      ...(rhythm ? { repeats: [null, rhythm.recurrence], repeats_until: [null, rhythm.until] } : {}),
    },
    sealed: origin.level === 3,
  });
  tell(work, { kind: 'assigned', noun: 'follow_up', recordId: id, accountId: facts.assigneeId });
  return { id, ref };
}
