import type { Db } from '../client.ts';

/** Facts about States from the reference data: nothing here is protected. */

const statusColumns = [
  'country_id',
  'instrument_id',
  'status',
  'signed_on',
  'bound_on',
  'how',
  'in_force_on',
  'opcat_art24_part',
  'opcat_art24_until',
  'notes',
  'confidence',
  'as_of',
  'source',
] as const;

export interface TreatyStatusRow {
  country_id: number;
  instrument_id: number;
  status: string;
  signed_on: string | null;
  bound_on: string | null;
  how: string | null;
  in_force_on: string | null;
  opcat_art24_part: string | null;
  opcat_art24_until: string | null;
  notes: string | null;
  confidence: string;
  as_of: string | null;
  source: string;
}

/** A State's treaties; `countryId` left out: everybody's, of these treaties. */
export async function listTreatyStatus(
  db: Db,
  of: { countryId?: number; instrumentIds?: readonly number[] },
): Promise<TreatyStatusRow[]> {
  let query = db.selectFrom('treaty_status').select(statusColumns);
  if (of.countryId !== undefined) query = query.where('country_id', '=', of.countryId);
  if (of.instrumentIds) query = query.where('instrument_id', 'in', [...of.instrumentIds]);
  return query.execute();
}

export interface MechanismRow {
  country_id: number;
  status: string;
  name: string | null;
  name_en: string | null;
  model: string;
  designated_on: string | null;
  legal_basis: string | null;
  confidence: string;
  source: string;
  as_of: string | null;
  notes: string | null;
}

/** Preventive mechanisms, of one State or of all. */
export async function listMechanisms(db: Db, countryId?: number): Promise<MechanismRow[]> {
  let query = db
    .selectFrom('preventive_mechanism')
    .select([
      'country_id',
      'status',
      'name',
      'name_en',
      'model',
      'designated_on',
      'legal_basis',
      'confidence',
      'source',
      'as_of',
      'notes',
    ]);
  if (countryId !== undefined) query = query.where('country_id', '=', countryId);
  return query.execute();
}

/** Universal periodic reviews of a State, the latest first. */
export async function listReviews(db: Db, countryId: number) {
  return db
    .selectFrom('upr_review')
    .select(['cycle', 'session', 'starts_on', 'ends_on', 'confidence', 'source', 'notes'])
    .where('country_id', '=', countryId)
    .orderBy('cycle', 'desc')
    .execute();
}

/** How many States are bound by each treaty, by the treaty's id. */
export async function countBoundByInstrument(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('treaty_status')
    .select((eb) => ['instrument_id', eb.fn.countAll<number>().as('count')])
    .where('status', '=', 'party')
    .groupBy('instrument_id')
    .execute();
  return new Map(rows.map((row) => [row.instrument_id, row.count]));
}

/** What is known of an instrument beyond what every page has in memory. */
export async function findInstrumentFacts(db: Db, id: number) {
  return db
    .selectFrom('instrument')
    .select(['body', 'adopted_on', 'in_force_on', 'reference', 'confidence', 'why_it_matters'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Adoption and entry into force of every instrument, by its id. */
export async function listInstrumentDates(db: Db) {
  const rows = await db
    .selectFrom('instrument')
    .select(['id', 'adopted_on', 'in_force_on', 'body'])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The countries that belong to the organisation of a region ("Europe": the Council of Europe); all for "global". */
export async function listMembersOfRegion(db: Db, region: string): Promise<number[]> {
  const columns: Record<string, 'coe_member' | 'au_member' | 'oas_member'> = {
    Europe: 'coe_member',
    Africa: 'au_member',
    Americas: 'oas_member',
  };
  const column = Object.hasOwn(columns, region) ? columns[region] : undefined;
  let query = db.selectFrom('country').select('id');
  query = column ? query.where(column, '=', 'yes') : query.where('un_member', '<>', 'no');
  return (await query.execute()).map(({ id }) => id);
}
