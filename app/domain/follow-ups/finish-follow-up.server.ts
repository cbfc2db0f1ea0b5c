import { copyFollowUpReaders } from '#db/child-audience.ts';
import { hasNext, type FollowUpRecord } from '#db/queries/promise-reads.ts';
import { updateFollowUp, type PromiseLinks } from '#db/queries/promise-writes.ts';
import type { Change } from '../kernel/audit-entry.ts';
import type { Work } from '../kernel/commit.server.ts';
import { Conflict } from '../kernel/errors.ts';
import { readText, storedText } from '../kernel/sealed-text.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { addFollowUp, type FollowUpFacts } from './add-follow-up.server.ts';
import { CHANGED_MEANWHILE, recordFollowUp } from './find-changeable.server.ts';
import { nextDue } from './recurrence.ts';

/** What completing one comes to. */
export interface Finish {
  /** What happened; may be empty. */
  outcome: string;
  /** The meeting that was logged as what came of it. */
  interaction?: { id: number; ref: string };
  /** What is to be done after it, besides what comes back by itself. */
  next?: Omit<FollowUpFacts, 'links'> | undefined;
  links: PromiseLinks;
  /** Ref of its assignee: the next one of a rhythm is theirs. */
  assigneeRef: string;
}

/** Step: an open follow-up is done; what comes next is dated from it. Throws Conflict where it was changed meanwhile. */
export async function finishFollowUp(work: Work, row: FollowUpRecord, finish: Finish): Promise<void> {
  const { context, trx } = work;
  const { keys, reference, now, actor } = context;
  const { outcome, interaction } = finish;
  const done = reference.term('follow_up_status', 'done');
  const saved = await updateFollowUp(trx, row.id, row.version, {
    status_id: done.id,
    meaning: done.meaning ?? 'positive',
    done_at: now.toISOString(),
    done_by_id: actor.accountId,
    done_interaction_id: interaction?.id ?? null,
    outcome: outcome === '' ? null : storedText(keys, row.level, `follow_up|outcome|${row.ref}`, outcome),
    snoozed_until: null,
    updated_at: now.toISOString(),
  });
  if (!saved) throw new Conflict(CHANGED_MEANWHILE);
  recordFollowUp(work, row, 'follow-up.completed', {
    status: [reference.termById(row.status_id).code, done.code],
    outcome: [null, outcome],
    ...(row.snoozed_until === null ? {} : { snoozed_until: [row.snoozed_until, null] as Change }),
    ...(interaction ? { interaction: [null, interaction.ref] as Change } : {}),
  });
  for (const accountId of new Set([row.assignee_id, row.author_id])) {
    tell(work, { kind: 'completed', noun: 'follow_up', recordId: row.id, accountId });
  }
  if (finish.next) await addAfter(work, row, { ...finish.next, links: finish.links });
  await addRecurring(work, row, finish);
}

async function addRecurring(work: Work, row: FollowUpRecord, { links, assigneeRef }: Finish): Promise<void> {
  if (row.recurrence === null) return;
  const rhythm = { recurrence: row.recurrence, from: row.recurs_from ?? row.due_on, until: row.recurs_until };
  const dueOn = nextDue(rhythm, row.due_on);
  // Opened again and completed again, it has its next one already.
  if (dueOn === null || (await hasNext(work.trx, row.id, dueOn))) return;
  await addAfter(work, row, {
    title: readText(work.context.keys, row.level, `follow_up|title|${row.ref}`, row.title),
    assigneeId: row.assignee_id,
    assigneeRef,
    dueOn,
    priority: row.priority,
    rhythm,
    authorId: row.author_id,
    links,
  });
}

async function addAfter(work: Work, row: FollowUpRecord, facts: FollowUpFacts): Promise<void> {
  const origin = {
    interactionId: row.interaction_id,
    adviceId: row.advice_id,
    commitmentId: row.commitment_id,
    objectiveId: row.objective_id,
    previous: { id: row.id, ref: row.ref },
    level: row.level,
    owningTeamId: row.owning_team_id,
  };
  const added = await addFollowUp(work, origin, facts);
  await copyFollowUpReaders(work.trx, row.id, added.id);
}
