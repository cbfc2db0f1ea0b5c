import { listFilesToUnseal, pointToUnsealed } from '#db/attachment-audience.ts';
import { transact } from '#db/client.ts';
import { lockAuditHead } from '#db/queries/audit.ts';
import { deleteUnusedFile, type StoredFile } from '#db/queries/stored-files.ts';
import { discard, nameOf, readContent, receiveFile } from './file-store.server.ts';
import { readFileText } from './file-text.server.ts';
import { removeUnused, storeFile } from './store-file.server.ts';
import type { FileChore } from './sweep-files.server.ts';

/** Far more than one record holds. */
const AT_ONCE = 100;

/**
 * Puts in the clear the sealed files of records that are not sealed any more, once that is committed: nothing plain is
 * left by a change that was rolled back or broke off. Until then, and where this fails, such a file is read as a sealed
 * one is, and the clock comes back to it. Nobody's act, so no event of the audit tells of it. Answers how many; throws
 * the last fault once the others are done.
 */
export async function unsealFiles(chore: FileChore): Promise<number> {
  const files = await transact(chore.db, (trx) => listFilesToUnseal(trx, AT_ONCE));
  let unsealed = 0;
  const faults: unknown[] = [];
  for (const file of files) {
    try {
      if (await unseal(chore, file)) unsealed += 1;
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults.at(-1);
  return unsealed;
}

async function unseal(chore: FileChore, file: StoredFile): Promise<boolean> {
  const { db, keys, filesDirectory, now } = chore;
  const content = await readContent(chore, file);
  const one = async function* () {
    yield content;
  };
  const incoming = await receiveFile(chore, one(), false);
  try {
    const outcome = await transact(db, async (trx) => {
      await lockAuditHead(trx);
      // sealed again meanwhile, or put in the clear by another server
      const [still] = await listFilesToUnseal(trx, 1, file.id);
      if (!still) return 'passed';
      const { media_type, text_state, text_body } = still;
      const text = text_body === null ? null : readFileText(keys, still);
      const row = { media_type, text_state, text_body: text };
      await pointToUnsealed(trx, file.id, await storeFile({ filesDirectory, now, trx }, incoming, row));
      return (await deleteUnusedFile(trx, file.id)) ? 'unused' : 'used';
    });
    if (outcome === 'unused') await removeUnused(db, filesDirectory, file);
    return outcome !== 'passed';
  } catch (error) {
    await removeUnused(db, filesDirectory, nameOf(incoming));
    throw error;
  } finally {
    await discard(incoming);
  }
}
