import type { Db } from '../client.ts';

/** Circles by their key. */
export async function listCircleIds(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom('circle').select(['id', 'key']).execute();
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Ids of the people whose readers have to be written out. */
export async function listPeopleAboveInternal(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('person').select('id').where('level', '>', 0).orderBy('id').execute();
  return rows.map((row) => row.id);
}
