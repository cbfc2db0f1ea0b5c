import {
  insertAdvice,
  insertAdviceStep,
  type PromiseLinks,
  type Recipient,
} from '#db/queries/promise-writes.ts';
import type { Meeting } from '../interactions/meeting.ts';
import type { Work } from '../kernel/commit.server.ts';
import { makeRef } from '../kernel/refs.ts';
import { storedText } from '../kernel/sealed-text.server.ts';

export interface AdviceFacts {
  text: string;
  topicId: number;
  instrumentId: number | null;
  provisionId: number | null;
  recipients: Recipient[];
  links: PromiseLinks;
}

/** Step: advice given in a meeting, with the first step of its history and the audit record. */
export async function addAdvice(
  work: Work,
  meeting: Meeting,
  facts: AdviceFacts,
): Promise<{ id: number; ref: string }> {
  const { context, trx } = work;
  const { reference, keys } = context;
  const ref = makeRef(context.random);
  const given = reference.term('advice_status', 'given');
  const at = context.now.toISOString();
  const id = await insertAdvice(
    trx,
    {
      ref,
      interaction_id: meeting.id,
      topic_id: facts.topicId,
      body: storedText(keys, meeting.level, `advice|body|${ref}`, facts.text),
      instrument_id: facts.instrumentId,
      provision_id: facts.provisionId,
      given_on: meeting.occurredOn,
      status_id: given.id,
      meaning: given.meaning ?? 'open',
      level: meeting.level,
      owning_team_id: meeting.owningTeamId,
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
    occurred_on: meeting.occurredOn,
    evidence: 'interaction',
    evidence_interaction_id: meeting.id,
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
      interaction: [null, meeting.ref],
      text: [null, facts.text],
      topic: [null, reference.termById(facts.topicId).code],
      instrument: [
        null,
        facts.instrumentId === null ? null : reference.instrumentById(facts.instrumentId).code,
      ],
    },
    sealed: meeting.level === 3,
  });
  return { id, ref };
}
