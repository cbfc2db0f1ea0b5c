import type { Insertable, Updateable } from 'kysely';
import type { Trx } from '../client.ts';
import type { Database } from '../schema/database.ts';

/** Writes of an interaction and its links. Levels and readers are written by `audience.ts` afterwards. */

export type NewInteraction = Omit<Insertable<Database['interaction']>, 'id' | 'circle_id'>;

/** The circle named here stands only until the audience is written, in the same transaction. */
const EVERYONE = 1;

export async function insertInteraction(trx: Trx, row: NewInteraction): Promise<number> {
  const { id } = await trx
    .insertInto('interaction')
    .values({ ...row, circle_id: EVERYONE })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False where the version is no longer the one that was edited: nothing is changed then. */
export async function updateInteraction(
  trx: Trx,
  id: number,
  version: number,
  row: Updateable<Database['interaction']>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('interaction')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface InteractionLinks {
  countries: number[];
  workAreas: number[];
  instruments: number[];
  staff: number[];
  readers: number[];
}

/** Replaces the links of an interaction: all of them are seen by whoever sees the interaction. */
export async function replaceInteractionLinks(
  trx: Trx,
  interaction: { id: number; level: number; kind_id: number; occurred_on: string },
  links: InteractionLinks,
): Promise<void> {
  const { id, level, kind_id, occurred_on } = interaction;
  const link = { interaction_id: id, level, occurred_on };
  for (const table of [
    'interaction_country',
    'interaction_work_area',
    'interaction_instrument',
    'interaction_staff',
    'interaction_named_reader',
  ] as const) {
    await trx.deleteFrom(table).where('interaction_id', '=', id).execute();
  }
  if (links.countries.length > 0) {
    const rows = links.countries.map((country_id) => ({ ...link, kind_id, country_id }));
    await trx.insertInto('interaction_country').values(rows).execute();
  }
  if (links.workAreas.length > 0) {
    const rows = links.workAreas.map((work_area_id) => ({ ...link, work_area_id }));
    await trx.insertInto('interaction_work_area').values(rows).execute();
  }
  if (links.instruments.length > 0) {
    const rows = links.instruments.map((instrument_id) => ({ ...link, instrument_id }));
    await trx.insertInto('interaction_instrument').values(rows).execute();
  }
  if (links.staff.length > 0) {
    const rows = links.staff.map((account_id) => ({ interaction_id: id, account_id, occurred_on }));
    await trx.insertInto('interaction_staff').values(rows).execute();
  }
  if (links.readers.length > 0) {
    const rows = links.readers.map((account_id) => ({ interaction_id: id, account_id }));
    await trx.insertInto('interaction_named_reader').values(rows).execute();
  }
}

export async function insertParticipant(
  trx: Trx,
  row: Insertable<Database['interaction_participant']>,
): Promise<number> {
  const { id } = await trx
    .insertInto('interaction_participant')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateParticipant(
  trx: Trx,
  id: number,
  row: Updateable<Database['interaction_participant']>,
): Promise<void> {
  await trx.updateTable('interaction_participant').set(row).where('id', '=', id).execute();
}

export async function deleteParticipant(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('interaction_participant').where('id', '=', id).execute();
}

export async function insertAssessment(
  trx: Trx,
  row: Omit<Insertable<Database['assessment']>, 'id'>,
  readers: number[],
): Promise<number> {
  const { id } = await trx.insertInto('assessment').values(row).returning('id').executeTakeFirstOrThrow();
  await replaceAssessmentReaders(trx, id, readers);
  return id;
}

export async function updateAssessment(
  trx: Trx,
  id: number,
  row: Updateable<Database['assessment']>,
  readers: number[],
): Promise<void> {
  await trx
    .updateTable('assessment')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await replaceAssessmentReaders(trx, id, readers);
}

async function replaceAssessmentReaders(trx: Trx, id: number, readers: number[]): Promise<void> {
  await trx.deleteFrom('assessment_named_reader').where('assessment_id', '=', id).execute();
  if (readers.length === 0) return;
  const rows = readers.map((account_id) => ({ assessment_id: id, account_id }));
  await trx.insertInto('assessment_named_reader').values(rows).execute();
}
