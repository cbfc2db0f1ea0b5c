import { listAttachmentsBelow, updateAttachmentFile, type Changed } from '#db/queries/attachments.ts';
import { listOpenValuesOf, updateAuditValue } from '#db/queries/audit.ts';
import { strictest } from '#db/queries/reseal.ts';
import { sealAuditValue } from '../kernel/audit-chain.server.ts';
import type { Work } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { readText, storedText } from '../kernel/sealed-text.server.ts';
import { SEALED } from './add-attachment.server.ts';
import { readContent, receiveFile } from './file-store.server.ts';
import { readFileText, storedFileText } from './file-text.server.ts';
import { releaseFile, storeFile } from './store-file.server.ts';
import { unsealFiles } from './unseal-files.server.ts';

type Row = Awaited<ReturnType<typeof listAttachmentsBelow>>[number];

/**
 * Step: the files on a record, and on what hangs on it, are kept as its new level asks: encrypted with their names and
 * words where it is sealed now, in the clear, once that is committed, where it was. What hangs on advice with another parent is never more open
 * than that. Called before the audience is written anew.
 */
export async function resealAttachments(work: Work, changed: Changed, level: number): Promise<void> {
  const rows = await listAttachmentsBelow(work.trx, changed);
  const after = (row: Row) => ('adviceId' in changed ? level : strictest(level, row));
  const others = rows.filter((row) => (row.level === SEALED) !== (after(row) === SEALED));
  for (const row of others) await reseal(work, row, after(row));
  const sealed = others.filter((row) => after(row) === SEALED);
  if (sealed.length > 0) await sealHistory(work, sealed);
  if (sealed.length < others.length) work.afterCommit(() => unsealNow(work.context));
}

/** Saved is saved: a file that cannot be written now, such as on a full disk, stays encrypted until the clock tries again. */
async function unsealNow(context: Context): Promise<void> {
  try {
    await unsealFiles(context);
  } catch (error) {
    console.error('A file stays encrypted for now:', error);
  }
}

/** What the audit holds of them in the clear is sealed with them. */
async function sealHistory({ context, trx }: Work, rows: readonly Row[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  for (const { event_id, body } of await listOpenValuesOf(trx, 'attachment', ids))
    await updateAuditValue(trx, event_id, sealAuditValue(context.keys, event_id, body));
}

async function reseal(work: Work, row: Row, level: number): Promise<void> {
  const { context, trx } = work;
  const { keys } = context;
  const again = (place: `${string}|${string}|${string}`, stored: string) =>
    storedText(keys, level, place, readText(keys, row.level, place, stored));
  const fileId = level === SEALED ? await sealFile(work, row) : row.file_id;
  await updateAttachmentFile(trx, row.id, {
    file_id: fileId,
    name: again(`attachment|name|${row.ref}`, row.name),
    note: row.note === null ? null : again(`attachment|note|${row.ref}`, row.note),
    level,
  });
  if (fileId !== row.file_id) await releaseFile(work, row.file_id, row);
}

async function sealFile({ context, trx }: Work, row: Row): Promise<number> {
  const content = await readContent(context, row);
  const one = async function* () {
    yield content;
  };
  const incoming = await receiveFile(context, one(), true);
  return storeFile({ ...context, trx }, incoming, {
    media_type: row.media_type,
    text_state: row.text_state,
    text_body:
      row.text_body === null
        ? null
        : storedFileText(context.keys, true, incoming.hash, readFileText(context.keys, row)),
  });
}
