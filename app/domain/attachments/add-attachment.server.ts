import { writeAudienceOfAttachment } from '#db/attachment-audience.ts';
import { countOnParent, insertAttachment } from '#db/queries/attachments.ts';
import type { ParentRow } from '#db/queries/attachment-parents.ts';
import { findSubmission, insertSubmission } from '#db/queries/submissions.ts';
import { commit, type Work } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { line } from '../kernel/fields.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { makeRef } from '../kernel/refs.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import { digestOf } from '../kernel/submission-digest.server.ts';
import { discard, nameOf, readIncoming, type Incoming } from './file-store.server.ts';
import { requireAttachable, type ParentName } from './find-attachable.server.ts';
import { inspectFile } from './inspect-file.server.ts';
import { MOST_FILES } from './kinds.ts';
import { removeUnused, storeFile } from './store-file.server.ts';

export const SEALED = 3;

export interface AttachmentInput {
  /** Of the form: the same one twice makes one. */
  key: string;
  /** As the owner calls the file. */
  name: string;
  /** What it is, in the words of whoever brings it; '' for none. */
  note: string;
  incoming: Incoming;
}

export type AddOutcome =
  { outcome: 'saved' | 'already-saved'; ref: string } | { outcome: 'refused'; errors: FormErrors };

const fileName = line('This file has no name.', 200);
const noteText = line(null, 300);

/**
 * Hangs a file that has arrived on a record, or refuses it in words; what was not kept is gone when it answers. Throws
 * NotFound, Forbidden, or Conflict where the record was archived, sealed or opened while the file was on its way.
 */
export async function addAttachment(
  context: Context,
  on: ParentName,
  input: AttachmentInput,
): Promise<AddOutcome> {
  const { incoming } = input;
  try {
    await requireAttachable(context, context.db, on);
    const name = fileName.safeParse(input.name);
    const note = noteText.safeParse(input.note);
    const errors: FormErrors = {};
    if (!name.success) errors['file'] = name.error.issues[0]?.message ?? '';
    if (!note.success) errors['note'] = note.error.issues[0]?.message ?? '';
    if (!name.success || !note.success) return { outcome: 'refused', errors };
    const inspection = await inspectFile(await readIncoming(context, incoming), name.data);
    if ('refusal' in inspection) return { outcome: 'refused', errors: { file: inspection.refusal } };
    const words = { key: input.key, name: name.data, note: note.data };
    return await keep(context, on, words, incoming, inspection.mediaType);
  } finally {
    await discard(incoming);
  }
}

type Words = Omit<AttachmentInput, 'incoming'>;

async function keep(
  context: Context,
  on: ParentName,
  words: Words,
  incoming: Incoming,
  mediaType: string,
): Promise<AddOutcome> {
  const digest = digestOf(context.keys, [on.kind, on.ref, words.name, words.note, incoming.hash]);
  const earlier = await earlierOutcome(context, words.key, digest);
  if (earlier) return earlier;
  try {
    return await commit(context, async (work) => {
      const ref = makeRef(context.random);
      await claimKey(work, words.key, digest, ref);
      return write(work, await requireAttachable(context, work.trx, on), ref, words, incoming, mediaType);
    });
  } catch (error) {
    await removeUnused(context.db, context.filesDirectory, nameOf(incoming));
    if (error instanceof TooMany)
      return { outcome: 'refused', errors: { file: `A record holds at most ${MOST_FILES} files.` } };
    const twin = error instanceof KeyAlreadyUsed && (await earlierOutcome(context, words.key, digest));
    if (!twin) throw error;
    return twin;
  }
}

class KeyAlreadyUsed extends Error {}
class TooMany extends Error {}

async function claimKey({ context, trx }: Work, key: string, digest: string, ref: string): Promise<void> {
  const { actor, now } = context;
  const row = { account_id: actor.accountId, key, digest, record_ref: ref, created_at: now.toISOString() };
  if (!(await insertSubmission(trx, row))) throw new KeyAlreadyUsed();
}

async function earlierOutcome(
  { db, actor }: Context,
  key: string,
  digest: string,
): Promise<AddOutcome | undefined> {
  const submission = await findSubmission(db, actor.accountId, key);
  if (!submission) return undefined;
  if (submission.digest === digest) return { outcome: 'already-saved', ref: submission.record_ref };
  return {
    outcome: 'refused',
    errors: { file: 'This form was sent once already, with another file. Choose the file again.' },
  };
}

async function write(
  work: Work,
  parent: ParentRow,
  ref: string,
  { name, note }: Words,
  incoming: Incoming,
  mediaType: string,
): Promise<AddOutcome> {
  const { context, trx } = work;
  const sealed = parent.level === SEALED;
  if (sealed !== incoming.sealed)
    throw new Conflict('Who may read this was changed meanwhile. Add the file again.');
  if ((await countOnParent(trx, parent.kind, parent.id)) >= MOST_FILES) throw new TooMany();
  const fileId = await storeFile({ ...context, trx }, incoming, {
    media_type: mediaType,
    text_state: mediaType.startsWith('image/') ? 'none' : 'waiting',
    text_body: null,
  });
  const text = (column: string, value: string) =>
    storedText(context.keys, parent.level, `attachment|${column}|${ref}`, value);
  const id = await insertAttachment(trx, parent.kind, parent.id, {
    ref,
    file_id: fileId,
    name: text('name', name),
    note: note === '' ? null : text('note', note),
    level: parent.level,
    author_id: context.actor.accountId,
    created_at: context.now.toISOString(),
    archived_at: null,
    archived_by_id: null,
  });
  await writeAudienceOfAttachment(trx, parent.kind, id);
  work.record({
    action: 'attachment.added',
    noun: 'attachment',
    id,
    ref,
    changes: { name: [null, name], ...(note === '' ? {} : { note: [null, note] }) },
    sealed,
  });
  return { outcome: 'saved', ref };
}
