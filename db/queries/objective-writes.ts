import type { Insertable, Updateable } from 'kysely';
import type { Trx } from '../client.ts';
import type { Database } from '../schema/database.ts';

/** Writes of objectives, their moves and stances. */

export async function insertObjective(
  trx: Trx,
  row: Omit<Insertable<Database['objective']>, 'id'>,
): Promise<number> {
  const { id } = await trx.insertInto('objective').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** False where the record is no longer of this version. */
export async function updateObjective(
  trx: Trx,
  id: number,
  version: number,
  row: Updateable<Database['objective']>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('objective')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function replaceObjectiveReaders(
  trx: Trx,
  objectiveId: number,
  accountIds: readonly number[],
): Promise<void> {
  await trx.deleteFrom('objective_named_reader').where('objective_id', '=', objectiveId).execute();
  const rows = accountIds.map((account_id) => ({ objective_id: objectiveId, account_id }));
  if (rows.length > 0) await trx.insertInto('objective_named_reader').values(rows).execute();
}

export async function insertObjectiveMove(
  trx: Trx,
  row: Omit<Insertable<Database['objective_move']>, 'id'>,
): Promise<void> {
  await trx.insertInto('objective_move').values(row).execute();
}

export async function updateObjectiveMove(
  trx: Trx,
  id: number,
  row: Updateable<Database['objective_move']>,
): Promise<void> {
  await trx.updateTable('objective_move').set(row).where('id', '=', id).execute();
}

export async function insertObjectiveStance(
  trx: Trx,
  row: Omit<Insertable<Database['objective_stance']>, 'id'>,
): Promise<number> {
  const { id } = await trx
    .insertInto('objective_stance')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Takes a stance out or brings it back; false where that was done already. */
export async function updateObjectiveStance(
  trx: Trx,
  id: number,
  row: { archived_at: string | null; archived_by_id: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('objective_stance')
    .set(row)
    .where('id', '=', id)
    .where('archived_at', row.archived_at === null ? 'is not' : 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Names these objectives in an interaction besides those that it names, without the others. */
export async function changeInteractionObjectives(
  trx: Trx,
  interactionId: number,
  { added, removed }: { added: readonly number[]; removed: readonly number[] },
): Promise<void> {
  if (removed.length > 0) {
    await trx
      .deleteFrom('interaction_objective')
      .where('interaction_id', '=', interactionId)
      .where('objective_id', 'in', [...removed])
      .execute();
  }
  const rows = added.map((objective_id) => ({ interaction_id: interactionId, objective_id }));
  if (rows.length > 0) await trx.insertInto('interaction_objective').values(rows).execute();
}
