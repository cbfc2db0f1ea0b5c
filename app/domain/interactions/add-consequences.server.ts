import type { Recipient } from '#db/queries/promise-writes.ts';
import { addAdvice } from '../advice/add-advice.server.ts';
import { addCommitment } from '../commitments/add-commitment.server.ts';
import { addFollowUp } from '../follow-ups/add-follow-up.server.ts';
import type { Work } from '../kernel/commit.server.ts';
import type { Reference } from '../reference/reference.server.ts';
import { allPartners, partnerOf, type Partners } from './add-participants.server.ts';
import type { Meeting } from './meeting.ts';
import { ownLinks } from './own-links.ts';
import type { AdviceInput, InteractionInput } from './parse-interaction.ts';
import type { Resolved } from './resolve-interaction.server.ts';

/** Step: the advice, commitments and follow-ups that are new in a form. */
export async function addConsequences(
  work: Work,
  meeting: Meeting,
  input: InteractionInput,
  resolved: Resolved,
  partners: Partners,
): Promise<void> {
  const { reference } = work.context;
  const isNew = (row: { ref: string; remove: boolean }) => row.ref === '' && !row.remove;
  for (const row of input.advice.filter(isNew)) {
    await addAdvice(work, meeting, {
      text: row.text,
      ...adviceSubject(reference, row),
      recipients: recipientsOf(row, partners, resolved, meeting),
      links: ownLinks(reference, row, meeting),
    });
  }
  for (const row of input.commitments.filter(isNew)) {
    await addCommitment(work, meeting, {
      text: row.text,
      by: promisedBy(row.by, partners, resolved, meeting),
      dueOn: row.due,
      links: ownLinks(reference, row, meeting),
    });
  }
  for (const row of input.followUps.filter(isNew)) {
    const assignee = resolved.staffByRef.get(row.assignee);
    if (!assignee) throw new Error('An assignee was not resolved before writing.');
    await addFollowUp(
      work,
      { interactionId: meeting.id, level: meeting.level, owningTeamId: meeting.owningTeamId },
      {
        title: row.title,
        assigneeId: assignee.id,
        assigneeRef: assignee.ref,
        dueOn: row.due,
        links: ownLinks(reference, row, meeting),
      },
    );
  }
}

/** What advice is about. A provision (`OPCAT/18`) brings its instrument with it. */
export function adviceSubject(
  reference: Reference,
  row: Pick<AdviceInput, 'topic' | 'instrument' | 'provision'>,
) {
  const slash = row.provision.lastIndexOf('/');
  const ofProvision = slash > 0 ? reference.findInstrument(row.provision.slice(0, slash)) : undefined;
  const instrument = ofProvision ?? reference.findInstrument(row.instrument);
  const provision = ofProvision && reference.findProvision(ofProvision.id, row.provision.slice(slash + 1));
  const topic = reference.findTerm('advice_topic', row.topic) ?? reference.term('advice_topic', 'other');
  return { topicId: topic.id, instrumentId: instrument?.id ?? null, provisionId: provision?.id ?? null };
}

export function recipientsOf(
  row: Pick<AdviceInput, 'recipients'>,
  partners: Partners,
  resolved: Resolved,
  meeting: Meeting,
): Recipient[] {
  const chosen = row.recipients.flatMap((token) => partnerOf(token, partners, resolved) ?? []);
  return chosen.length > 0 ? chosen : allPartners(meeting.attended);
}

/** Nobody named means the first partner; `us` means us. */
export function promisedBy(
  token: string,
  partners: Partners,
  resolved: Resolved,
  meeting: Meeting,
): Recipient | null {
  if (token === 'us') return null;
  return (
    (token === '' ? undefined : partnerOf(token, partners, resolved)) ??
    allPartners(meeting.attended)[0] ??
    null
  );
}
