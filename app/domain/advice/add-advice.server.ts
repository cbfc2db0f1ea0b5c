import { insertAdvice, insertAdviceStep } from '#db/queries/advice-writes.ts';
import type { PromiseLinks, Recipient } from '#db/queries/promise-writes.ts';
import type { Work } from '../kernel/commit.server.ts';
import { makeRef } from '../kernel/refs.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import { givenStatus } from './status-terms.server.ts';

/** Where advice was given: a meeting, or by itself (id and ref are null then). */
export interface AdviceOrigin {
  id: number | null;
  ref: string | null;
  level: number;
  occurredOn: string;
  owningTeamId: number;
}

export interface AdviceFacts {
  text: string;
  topicId: number;
  instrumentId: number | null;
  provisionId: number | null;
  objectiveId?: number | null;
  recipients: Recipient[];
  links: PromiseLinks;
}

/** Step: advice with the first step of its history and the audit record. Its readers are written by the caller. */
export async function addAdvice(
  work: Work,
  origin: AdviceOrigin,
  facts: AdviceFacts,
): Promise<{ id: number; ref: string }> {
  const { context, trx } = work;
  const { reference, keys } = context;
  const ref = makeRef(context.random);
  const given = givenStatus(reference);
  const at = context.now.toISOString();
  const id = await insertAdvice(
    trx,
    {
      ref,
      interaction_id: origin.id,
      objective_id: facts.objectiveId ?? null,
      topic_id: facts.topicId,
      body: storedText(keys, origin.level, `advice|body|${ref}`, facts.text),
      instrument_id: facts.instrumentId,
      provision_id: facts.provisionId,
      given_on: origin.occurredOn,
      status_id: given.id,
      meaning: given.meaning,
      level: origin.level,
      owning_team_id: origin.owningTeamId,
      author_id: context.actor.accountId,
      created_at: at,
      updated_at: at,
    },
    facts.recipients,
    facts.links,
  );
  await insertAdviceStep(trx, {
    ref: makeRef(context.random),
    advice_id: id,
    status_id: given.id,
    occurred_on: origin.occurredOn,
    evidence: origin.id === null ? 'staff_judgement' : 'interaction',
    evidence_interaction_id: origin.id,
    note: null,
    contribution: null,
    author_id: context.actor.accountId,
    created_at: at,
  });
  work.record({
    action: 'advice.given',
    noun: 'advice',
    id,
    ref,
    changes: {
      interaction: [null, origin.ref],
      text: [null, facts.text],
      topic: [null, reference.termById(facts.topicId).code],
      instrument: [
        null,
        facts.instrumentId === null ? null : reference.instrumentById(facts.instrumentId).code,
      ],
    },
    sealed: origin.level === 3,
  });
  return { id, ref };
}
