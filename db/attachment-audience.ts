import { sql, type RawBuilder } from 'kysely';
import type { Trx } from './client.ts';
import type { ParentKind } from './queries/attachment-parents.ts';
import type { StoredFile } from './queries/stored-files.ts';

/**
 * Files have the level and the readers of what they hang on. Called in the transaction that has just written those,
 * for all that the record holds.
 */

const STEP_ADVICE = sql`(select advice_id from advice_step where id = attachment.advice_step_id)`;
const MOVE_OBJECTIVE = sql`(select objective_id from objective_move where id = attachment.objective_move_id)`;

/** One file, just put on a record of this kind. */
export async function writeAudienceOfAttachment(trx: Trx, kind: ParentKind, id: number): Promise<void> {
  const among = sql`attachment.id = ${id}`;
  if (kind === 'interaction')
    await copyFrom(trx, { noun: kind, parent: sql`attachment.interaction_id`, among });
  else if (kind === 'advice_step') await copyFrom(trx, { noun: 'advice', parent: STEP_ADVICE, among });
  else await copyFrom(trx, { noun: 'objective', parent: MOVE_OBJECTIVE, among });
}

/** The files of some meetings, and those on the steps of their advice. */
export async function writeAttachmentAudience(trx: Trx, interactionIds: readonly number[]): Promise<void> {
  if (interactionIds.length === 0) return;
  const those = sql.join([...interactionIds]);
  await copyFrom(trx, {
    noun: 'interaction',
    parent: sql`attachment.interaction_id`,
    among: sql`attachment.interaction_id in (${those})`,
  });
  await copyFromAdvice(trx, sql`select id from advice where interaction_id in (${those})`);
}

/** The files on the moves of one objective, and on the steps of advice that serves it. */
export async function writeObjectiveAttachmentAudience(trx: Trx, objectiveId: number): Promise<void> {
  await copyFrom(trx, {
    noun: 'objective',
    parent: MOVE_OBJECTIVE,
    among: sql`attachment.objective_move_id in (select id from objective_move where objective_id = ${objectiveId})`,
  });
  await copyFromAdvice(trx, sql`select id from advice where objective_id = ${objectiveId}`);
}

async function copyFromAdvice(trx: Trx, adviceIds: RawBuilder<unknown>): Promise<void> {
  await copyFrom(trx, {
    noun: 'advice',
    parent: STEP_ADVICE,
    among: sql`attachment.advice_step_id in (select id from advice_step where advice_id in (${adviceIds}))`,
  });
}

interface Copy {
  noun: 'interaction' | 'advice' | 'objective';
  /** The id of the record whose audience it has. */
  parent: RawBuilder<unknown>;
  /** Which files. */
  among: RawBuilder<unknown>;
}

async function copyFrom(trx: Trx, { noun, parent, among }: Copy): Promise<void> {
  // Most records have none, and this runs at every save.
  const some = await sql`select 1 from attachment where ${among} limit 1`.execute(trx);
  if (some.rows.length === 0) return;
  await sql`update attachment set level = (select level from ${sql.table(noun)} as owner where owner.id = ${parent})
    where ${among}`.execute(trx);
  await sql`delete from attachment_reader where attachment_id in (select id from attachment where ${among})`.execute(
    trx,
  );
  await sql`insert into attachment_reader (attachment_id, principal_id)
    select attachment.id, reader.principal_id from attachment
    inner join ${sql.table(`${noun}_reader`)} as reader on reader.${sql.id(`${noun}_id`)} = ${parent}
    where ${among}`.execute(trx);
}

const SEALED = 3;

/** Sealed files of records that are not sealed any more, or the one of this id where it is one. Nobody is shown them. */
export async function listFilesToUnseal(trx: Trx, limit: number, id?: number): Promise<StoredFile[]> {
  return trx
    .selectFrom('stored_file')
    .selectAll()
    .where('sealed', '=', 1)
    .where(
      sql<boolean>`exists (select 1 from attachment where attachment.file_id = stored_file.id and attachment.level < ${SEALED})`,
    )
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? 0))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Those that are not sealed any more have the same file in the clear. */
export async function pointToUnsealed(trx: Trx, sealedId: number, plainId: number): Promise<void> {
  await trx
    .updateTable('attachment')
    .set({ file_id: plainId })
    .where('file_id', '=', sealedId)
    .where('level', '<', SEALED)
    .execute();
}
