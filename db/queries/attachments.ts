import { sql, type Expression, type Insertable, type SqlBool } from 'kysely';
import type { Db, Trx } from '../client.ts';
import type { Database } from '../schema/database.ts';
import { visibleTo, type Actor } from '../visibility.ts';
import type { ParentKind } from './attachment-parents.ts';

const COLUMNS = {
  interaction: 'attachment.interaction_id',
  advice_step: 'attachment.advice_step_id',
  objective_move: 'attachment.objective_move_id',
} as const;

const SHOWN = [
  'attachment.id',
  'attachment.ref',
  'attachment.name',
  'attachment.note',
  'attachment.level',
  'attachment.version',
  'attachment.created_at',
  'attachment.archived_at',
] as const;

/** The files on some records of one kind, newest first, archived ones among them. Texts are as stored. */
export async function listVisibleAttachments(
  db: Db,
  actor: Actor,
  kind: ParentKind,
  parentIds: readonly number[],
) {
  if (parentIds.length === 0) return [];
  return db
    .selectFrom('attachment')
    .innerJoin('stored_file', 'stored_file.id', 'attachment.file_id')
    .innerJoin('account', 'account.id', 'attachment.author_id')
    .select(SHOWN)
    .select((eb) => eb.ref(COLUMNS[kind]).$castTo<number>().as('parent_id'))
    .select(['stored_file.media_type', 'stored_file.size_bytes', 'account.name as author_name'])
    .where(COLUMNS[kind], 'in', [...parentIds])
    .where(visibleTo(actor, 'attachment'))
    .orderBy('attachment.id', 'desc')
    .execute();
}

export type AttachmentRow = Awaited<ReturnType<typeof listVisibleAttachments>>[number];

/** True where what the file hangs on is there for the actor, and neither it nor its meeting is archived; a move that was taken back is gone. */
function parentVisible(actor: Actor): Expression<SqlBool> {
  return sql<SqlBool>`(
    exists (select 1 from interaction as met where met.id = attachment.interaction_id
      and met.archived_at is null and ${visibleTo(actor, 'interaction', 'met')})
    or exists (select 1 from advice_step as step inner join advice as given on given.id = step.advice_id
      left join interaction as met on met.id = given.interaction_id
      where step.id = attachment.advice_step_id and given.archived_at is null and met.archived_at is null
      and ${visibleTo(actor, 'advice', 'given')})
    or exists (select 1 from objective_move as move inner join objective as aim on aim.id = move.objective_id
      where move.id = attachment.objective_move_id and move.archived_at is null and aim.archived_at is null
      and ${visibleTo(actor, 'objective', 'aim')}))`;
}

/** The file of this ref, archived or not, if the actor may see it and what it hangs on. Texts are as stored. */
export async function findVisibleAttachment(db: Db | Trx, actor: Actor, ref: string) {
  return db
    .selectFrom('attachment')
    .innerJoin('stored_file', 'stored_file.id', 'attachment.file_id')
    .leftJoin('interaction', 'interaction.id', 'attachment.interaction_id')
    .leftJoin('advice_step', 'advice_step.id', 'attachment.advice_step_id')
    .leftJoin('advice', 'advice.id', 'advice_step.advice_id')
    .leftJoin('objective_move', 'objective_move.id', 'attachment.objective_move_id')
    .leftJoin('objective', 'objective.id', 'objective_move.objective_id')
    .select(SHOWN)
    .select(['advice.ref as advice_ref', 'objective.ref as objective_ref'])
    .select(['stored_file.content_hash', 'stored_file.sealed', 'stored_file.media_type'])
    .select(['stored_file.size_bytes', 'attachment.author_id', 'interaction.ref as interaction_ref'])
    .select(['advice_step.ref as advice_step_ref', 'objective_move.ref as objective_move_ref'])
    .where('attachment.ref', '=', ref)
    .where(visibleTo(actor, 'attachment'))
    .where(parentVisible(actor))
    .executeTakeFirst();
}

export async function countOnParent(trx: Trx, kind: ParentKind, parentId: number): Promise<number> {
  const { n } = await trx
    .selectFrom('attachment')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where(COLUMNS[kind], '=', parentId)
    .where('attachment.archived_at', 'is', null)
    .executeTakeFirstOrThrow();
  return n;
}

export async function insertAttachment(
  trx: Trx,
  kind: ParentKind,
  parentId: number,
  row: Omit<
    Insertable<Database['attachment']>,
    'id' | 'interaction_id' | 'advice_step_id' | 'objective_move_id'
  >,
): Promise<number> {
  const on = (one: ParentKind) => (one === kind ? parentId : null);
  const { id } = await trx
    .insertInto('attachment')
    .values({
      ...row,
      interaction_id: on('interaction'),
      advice_step_id: on('advice_step'),
      objective_move_id: on('objective_move'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False where it no longer has the version that was seen. */
export async function updateAttachment(
  trx: Trx,
  id: number,
  version: number,
  change: { archived_at: string | null; archived_by_id: number | null },
): Promise<boolean> {
  const saved = await trx
    .updateTable('attachment')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Whose level has changed: the meeting with its advice, the objective with its moves and advice, or advice by itself. */
export type Changed = { interactionId: number } | { objectiveId: number } | { adviceId: number };

/** Every file on a record and on what hangs on it, hidden and archived ones too. For the step that reseals them. */
export async function listAttachmentsBelow(trx: Trx, changed: Changed) {
  return trx
    .selectFrom('attachment')
    .innerJoin('stored_file', 'stored_file.id', 'attachment.file_id')
    .leftJoin('advice_step', 'advice_step.id', 'attachment.advice_step_id')
    .leftJoin('advice', 'advice.id', 'advice_step.advice_id')
    .leftJoin('objective_move', 'objective_move.id', 'attachment.objective_move_id')
    .leftJoin('interaction as origin', 'origin.id', 'advice.interaction_id')
    .leftJoin('objective as aim', 'aim.id', 'advice.objective_id')
    .select(['attachment.id', 'attachment.ref', 'attachment.name', 'attachment.note', 'attachment.level'])
    .select('objectiveId' in changed ? 'origin.level as other_level' : 'aim.level as other_level')
    .select(['attachment.file_id', 'stored_file.content_hash', 'stored_file.sealed'])
    .select(['stored_file.media_type', 'stored_file.text_state', 'stored_file.text_body'])
    .where((eb) => {
      if ('objectiveId' in changed) {
        const { objectiveId } = changed;
        return eb.or([
          eb('objective_move.objective_id', '=', objectiveId),
          eb('advice.objective_id', '=', objectiveId),
        ]);
      }
      if ('adviceId' in changed) return eb('advice.id', '=', changed.adviceId);
      return eb.or([
        eb('attachment.interaction_id', '=', changed.interactionId),
        eb('advice.interaction_id', '=', changed.interactionId),
      ]);
    })
    .orderBy('attachment.id')
    .execute();
}

/** The same file kept in another way, and its words with it. */
export async function updateAttachmentFile(
  trx: Trx,
  id: number,
  row: { file_id: number; name: string; note: string | null; level: number },
): Promise<void> {
  await trx.updateTable('attachment').set(row).where('id', '=', id).execute();
}
