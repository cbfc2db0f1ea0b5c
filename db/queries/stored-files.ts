import type { Selectable } from 'kysely';
import type { Db, Trx } from '../client.ts';
import type { TextState } from '../schema/attachments.ts';
import type { Database } from '../schema/database.ts';

export type StoredFile = Selectable<Database['stored_file']>;

export interface FileName {
  content_hash: string;
  sealed: number;
}

/** The id of the row of this content, made on first need. */
export async function insertStoredFile(
  trx: Trx,
  row: Omit<StoredFile, 'id'>,
): Promise<{ id: number; isNew: boolean }> {
  const made = await trx
    .insertInto('stored_file')
    .values(row)
    .onConflict((conflict) => conflict.columns(['content_hash', 'sealed']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) return { id: made.id, isNew: true };
  const known = await trx
    .selectFrom('stored_file')
    .select('id')
    .where('content_hash', '=', row.content_hash)
    .where('sealed', '=', row.sealed)
    .executeTakeFirstOrThrow();
  return { id: known.id, isNew: false };
}

export async function isStored(db: Db | Trx, { content_hash, sealed }: FileName): Promise<boolean> {
  const row = await db
    .selectFrom('stored_file')
    .select('id')
    .where('content_hash', '=', content_hash)
    .where('sealed', '=', sealed)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes out the row of a file that no attachment, archived or not, uses any more. True where it was so. */
export async function deleteUnusedFile(trx: Trx, id: number): Promise<boolean> {
  const used = await trx
    .selectFrom('attachment')
    .select('id')
    .where('file_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (used) return false;
  await trx.deleteFrom('stored_file').where('id', '=', id).execute();
  return true;
}

/** Files whose words are still to be extracted, in the order in which they came. */
export async function listWaitingFiles(db: Db, after: number, limit: number): Promise<StoredFile[]> {
  return db
    .selectFrom('stored_file')
    .selectAll()
    .where('text_state', '=', 'waiting')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function updateFileText(
  trx: Trx,
  id: number,
  text: { text_state: TextState; text_body: string | null },
): Promise<void> {
  await trx.updateTable('stored_file').set(text).where('id', '=', id).execute();
}

/** Every file there should be, a page at a time. */
export async function listStoredFiles(
  db: Db | Trx,
  after: number,
  limit: number,
): Promise<(FileName & { id: number; size_bytes: number })[]> {
  return db
    .selectFrom('stored_file')
    .select(['id', 'content_hash', 'sealed', 'size_bytes'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}
