import {
  addRecipients,
  deleteRecipients,
  replaceAdviceLinks,
  updateAdvice,
} from '#db/queries/advice-writes.ts';
import {
  replaceCommitmentLinks,
  replaceFollowUpLinks,
  updateCommitment,
  updateFollowUp,
} from '#db/queries/promise-writes.ts';
import { changesBetween, type AuditAction, type AuditNoun } from '../kernel/audit-entry.ts';
import type { Work } from '../kernel/commit.server.ts';
import { Conflict } from '../kernel/errors.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import { tellReassigned } from '../notifications/tell-reassigned.ts';
import { adviceSubject, promisedBy } from './add-consequences.server.ts';
import { partnerOf, type Partners } from './add-participants.server.ts';
import { isReadWithMeeting, tokenOf } from './form-of-interaction.server.ts';
import type { Meeting } from './meeting.ts';
import { ownLinks } from './own-links.ts';
import type { AdviceInput, CommitmentInput, FollowUpInput, InteractionInput } from './parse-interaction.ts';
import type { WholeInteraction } from './read-interaction.server.ts';
import type { Resolved } from './resolve-interaction.server.ts';

interface Edit {
  work: Work;
  /** The level that the texts had before this edit. */
  levelBefore: number;
  /** The day of the meeting before this edit. */
  dayBefore: string;
  meeting: Meeting;
  resolved: Resolved;
  partners: Partners;
}

/**
 * Step: changes and removals of rows that were saved before. A row that the form does not mention stays, since its
 * editor may not see it; one that is named but no longer there was changed by somebody else.
 */
export async function editConsequences(
  edit: Edit,
  input: InteractionInput,
  whole: WholeInteraction,
): Promise<void> {
  for (const row of input.advice.filter((one) => one.ref !== '')) {
    await editAdvice(edit, row, found(whole.advice.filter(isReadWithMeeting), row.ref));
  }
  for (const row of input.commitments.filter((one) => one.ref !== '')) {
    await editCommitment(edit, row, found(whole.commitments, row.ref));
  }
  for (const row of input.followUps.filter((one) => one.ref !== '')) {
    await editFollowUp(edit, row, found(whole.followUps.filter(isReadWithMeeting), row.ref));
  }
}

function found<T extends { ref: string }>(rows: T[], ref: string): T {
  const row = rows.find((one) => one.ref === ref);
  if (!row)
    throw new Conflict('One of the rows was removed by somebody else meanwhile. Open the record again.');
  return row;
}

interface Nouns {
  action: AuditAction;
  noun: AuditNoun;
}

function recordChange(
  { work, meeting, levelBefore }: Edit,
  nouns: Nouns,
  row: { id: number; ref: string },
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): void {
  const changes = changesBetween(before, after);
  if (Object.keys(changes).length === 0) return;
  work.record({
    ...nouns,
    id: row.id,
    ref: row.ref,
    changes,
    sealed: meeting.level === 3 || levelBefore === 3,
  });
}

function recordRemoval(edit: Edit, nouns: Nouns, row: { id: number; ref: string }): void {
  recordChange(edit, nouns, row, { removed: false }, { removed: true });
}

/** Removing hides a row and keeps it: nothing that was promised or advised is deleted in silence. */
const removal = ({ work: { context } }: Edit) => ({
  archived_at: context.now.toISOString(),
  archived_by_id: context.actor.accountId,
});

async function editAdvice(
  edit: Edit,
  row: AdviceInput,
  standing: WholeInteraction['advice'][number],
): Promise<void> {
  const { work, meeting, resolved, partners } = edit;
  const { reference, keys, now } = work.context;
  if (row.remove) {
    await updateAdvice(work.trx, standing.id, removal(edit));
    recordRemoval(edit, { action: 'advice.removed', noun: 'advice' }, standing);
    return;
  }
  const subject = adviceSubject(reference, row);
  const givenOn = standing.given_on === edit.dayBefore ? meeting.occurredOn : standing.given_on;
  const changed = await updateAdvice(
    work.trx,
    standing.id,
    {
      body: storedText(keys, meeting.level, `advice|body|${row.ref}`, row.text),
      topic_id: subject.topicId,
      instrument_id: subject.instrumentId,
      provision_id: subject.provisionId,
      updated_at: now.toISOString(),
    },
    standing.version,
  );
  // such as its objective being sealed at this moment: what is stored here in the clear would then stay so
  if (!changed)
    throw new Conflict('Some of the advice was changed by somebody else meanwhile. Open the record again.');
  await replaceAdviceLinks(work.trx, standing.id, givenOn, ownLinks(reference, row, meeting));
  const shown = standing.recipients.map((one) => ({
    ...one,
    token: tokenOf(one.person_ref, one.organisation_ref),
  }));
  if (row.recipients.length > 0) {
    await deleteRecipients(
      work.trx,
      shown.filter((one) => !row.recipients.includes(one.token)).map((one) => one.id),
    );
    const added = row.recipients.filter((token) => !shown.some((one) => one.token === token));
    await addRecipients(
      work.trx,
      standing.id,
      added.flatMap((token) => partnerOf(token, partners, resolved) ?? []),
    );
  }
  const instrument = (id: number | null) => (id === null ? null : reference.instrumentById(id).code);
  recordChange(
    edit,
    { action: 'advice.edited', noun: 'advice' },
    standing,
    {
      text: standing.text,
      topic: reference.termById(standing.topic_id).code,
      instrument: instrument(standing.instrument_id),
      recipients: shown.map((one) => one.token),
    },
    {
      text: row.text,
      topic: reference.termById(subject.topicId).code,
      instrument: instrument(subject.instrumentId),
      recipients: row.recipients.length > 0 ? row.recipients : shown.map((one) => one.token),
    },
  );
}

async function editCommitment(
  edit: Edit,
  row: CommitmentInput,
  standing: WholeInteraction['commitments'][number],
): Promise<void> {
  const { work, meeting, resolved, partners } = edit;
  const { reference, keys, now } = work.context;
  if (row.remove) {
    await updateCommitment(work.trx, standing.id, removal(edit));
    recordRemoval(edit, { action: 'commitment.removed', noun: 'commitment' }, standing);
    return;
  }
  const shownBy = standing.side === 'ours' ? 'us' : tokenOf(standing.person_ref, standing.organisation_ref);
  // Left as it was shown, it stays as it is: the person behind an empty choice may be hidden from this editor.
  const by = row.by === shownBy ? undefined : promisedBy(row.by, partners, resolved, meeting);
  await updateCommitment(work.trx, standing.id, {
    body: storedText(keys, meeting.level, `commitment|body|${row.ref}`, row.text),
    due_on: row.due,
    updated_at: now.toISOString(),
    ...(by === undefined
      ? {}
      : {
          side: by === null ? ('ours' as const) : ('theirs' as const),
          by_organisation_id: by?.organisation_id ?? null,
          by_person_id: by?.person_id ?? null,
          by_account_id: by === null ? work.context.actor.accountId : null,
        }),
  });
  await replaceCommitmentLinks(work.trx, standing.id, ownLinks(reference, row, meeting));
  recordChange(
    edit,
    { action: 'commitment.edited', noun: 'commitment' },
    standing,
    { text: standing.text, by: shownBy, due: standing.due_on },
    { text: row.text, by: row.by, due: row.due },
  );
}

async function editFollowUp(
  edit: Edit,
  row: FollowUpInput,
  standing: WholeInteraction['followUps'][number],
): Promise<void> {
  const { work, meeting, resolved } = edit;
  const { reference, keys, now } = work.context;
  if (row.remove) {
    await updateFollowUp(work.trx, standing.id, standing.version, removal(edit));
    recordRemoval(edit, { action: 'follow-up.removed', noun: 'follow_up' }, standing);
    return;
  }
  const assignee = resolved.staffByRef.get(row.assignee);
  if (!assignee) throw new Error('An assignee was not resolved before writing.');
  const changed = await updateFollowUp(work.trx, standing.id, standing.version, {
    title: storedText(keys, meeting.level, `follow_up|title|${row.ref}`, row.title),
    assignee_id: assignee.id,
    due_on: row.due,
    // another day is another rhythm, and what another puts off is due to a new assignee
    ...(standing.recurrence !== null && row.due !== standing.due_on ? { recurs_from: row.due } : {}),
    ...(row.assignee === standing.assignee_ref ? {} : { snoozed_until: null }),
    updated_at: now.toISOString(),
  });
  if (!changed)
    throw new Conflict(
      'One of the follow-ups was changed by somebody else meanwhile. Open the record again.',
    );
  tellReassigned(work, standing, assignee.id);
  const copied = { meaning: standing.meaning, due_on: row.due };
  await replaceFollowUpLinks(work.trx, standing.id, copied, ownLinks(reference, row, meeting));
  recordChange(
    edit,
    { action: 'follow-up.edited', noun: 'follow_up' },
    standing,
    {
      title: standing.title,
      assignee: standing.assignee_ref,
      due: standing.due_on,
      snoozed_until: standing.snoozed_until,
    },
    {
      title: row.title,
      assignee: row.assignee,
      due: row.due,
      snoozed_until: row.assignee === standing.assignee_ref ? standing.snoozed_until : null,
    },
  );
}
