import { listAttachmentsBelow, updateAttachmentFile, type Changed } from '#db/queries/attachments.ts';
import { listOpenValuesOf, updateAuditValue } from '#db/queries/audit.ts';
import { strictest } from '#db/queries/reseal.ts';
import { sealAuditValue } from '../kernel/audit-chain.server.ts';
import type { Work } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { readText, storedText } from '../kernel/sealed-text.server.ts';
import { SEALED } from './add-attachment.server.ts';
import { readContent, receiveFile } from './file-store.server.ts';
import { releaseFile, storeFile } from './store-file.server.ts';

type Row = Awaited<ReturnType<typeof listAttachmentsBelow>>[number];

/**
 * Step: the files on a record, and on what hangs on it, are kept as its new level asks: encrypted with their names and
 * words where it is sealed now, in the clear where it was. What hangs on advice with another parent is never more open
 * than that. Called before the audience is written anew.
 */
export async function resealAttachments(work: Work, changed: Changed, level: number): Promise<void> {
  const rows = await listAttachmentsBelow(work.trx, changed);
  const after = (row: Row) => ('adviceId' in changed ? level : strictest(level, row));
  const others = rows.filter((row) => (row.level === SEALED) !== (after(row) === SEALED));
  for (const row of others) await reseal(work, row, after(row));
  const sealed = others.filter((row) => after(row) === SEALED);
  if (sealed.length > 0) await sealHistory(work, sealed);
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
  const fileId = await keepAgain(work, row, level === SEALED);
  await updateAttachmentFile(trx, row.id, {
    file_id: fileId,
    name: again(`attachment|name|${row.ref}`, row.name),
    note: row.note === null ? null : again(`attachment|note|${row.ref}`, row.note),
    level,
  });
  await releaseFile(work, row.file_id, row);
}

async function keepAgain(work: Work, row: Row, sealed: boolean): Promise<number> {
  const { context } = work;
  const content = await readContent(context, row);
  const one = async function* () {
    yield content;
  };
  const incoming = await receiveFile(context, one(), sealed);
  return storeFile(work, incoming, {
    media_type: row.media_type,
    text_state: row.text_state,
    text_body:
      row.text_body === null
        ? null
        : storedFileText(context.keys, sealed, incoming.hash, readFileText(context.keys, row)),
  });
}

/** The words of a file as they are stored beside it. */
export function storedFileText(keys: Context['keys'], sealed: boolean, hash: string, text: string): string {
  return storedText(keys, sealed ? SEALED : 0, `stored_file|text|${hash}`, text);
}

/** The words of a file as they were extracted; '' where there are none. */
export function readFileText(
  keys: Context['keys'],
  row: { content_hash: string; sealed: number; text_body: string | null },
): string {
  if (row.text_body === null) return '';
  return readText(keys, row.sealed === 1 ? SEALED : 0, `stored_file|text|${row.content_hash}`, row.text_body);
}
