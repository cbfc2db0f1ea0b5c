import {
  deleteUnusedFile,
  insertStoredFile,
  isStored,
  type FileName,
  type StoredFile,
} from '#db/queries/stored-files.ts';
import { rm } from 'node:fs/promises';
import { transact, type Db, type Trx } from '#db/client.ts';
import { lockAuditHead } from '#db/queries/audit.ts';
import type { Work } from '../kernel/commit.server.ts';
import { nameOf, pathOf, placeFile, type Incoming } from './file-store.server.ts';

/**
 * Step: puts a file that has arrived in its place and writes its row, in this order, so that no row ever names a file
 * that is not there. The head of the audit is locked: nobody takes away a file of the same content meanwhile.
 */
export async function storeFile(
  { filesDirectory, now, trx }: { filesDirectory: string; now: Date; trx: Trx },
  incoming: Incoming,
  row: Pick<StoredFile, 'media_type' | 'text_state' | 'text_body'>,
): Promise<number> {
  await placeFile(filesDirectory, incoming);
  const { id } = await insertStoredFile(trx, {
    ...nameOf(incoming),
    ...row,
    size_bytes: incoming.size,
    created_at: now.toISOString(),
  });
  return id;
}

/** Step: forgets a file that nothing uses any more, and takes it off the disk once that is committed. */
export async function releaseFile(
  { context, trx, afterCommit }: Work,
  id: number,
  name: FileName,
): Promise<void> {
  if (!(await deleteUnusedFile(trx, id))) return;
  const { db, filesDirectory } = context;
  afterCommit(() => removeUnused(db, filesDirectory, name));
}

/** Takes a file off the disk that no row names. Under the head of the audit, where nobody can be storing it anew. */
export async function removeUnused(db: Db, filesDirectory: string, name: FileName): Promise<void> {
  await transact(db, async (trx) => {
    await lockAuditHead(trx);
    if (!(await isStored(trx, name))) await rm(pathOf(filesDirectory, name), { force: true });
  });
}
