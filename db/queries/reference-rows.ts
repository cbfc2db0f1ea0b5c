import type { Kysely } from 'kysely';
import type { Trx } from '../client.ts';
import type { Database } from '../schema/database.ts';
import type { StageFactTable } from '../schema/objectives.ts';

export type Cell = string | number | null;
export type ReferenceRow = Record<string, Cell>;

export interface Difference {
  added: number;
  changed: number;
}

/** The tables that the files of reference data fill. */
export type ReferenceTable = Extract<
  keyof Database,
  | 'country'
  | 'instrument'
  | 'provision'
  | 'treaty_status'
  | 'preventive_mechanism'
  | 'international_body'
  | 'upr_review'
  | 'deadline_rule'
  | 'term'
  | 'term_label'
>;

// Columns are named by the caller's rows, so the table's own type is of no use here.
type Rows = Kysely<Record<string, ReferenceRow>>;

/** Rows a statement: PostgreSQL takes 65,535 values at most, SQLite 32,766. */
const AT_ONCE = 200;

/**
 * Brings a table to hold `rows`: what is missing is inserted, what differs is changed, what is the same is left
 * alone, and nothing is deleted. All rows name the same columns; `key` are those that tell one row from another.
 */
export async function syncReferenceRows(
  trx: Trx,
  table: ReferenceTable,
  key: readonly string[],
  rows: readonly ReferenceRow[],
): Promise<Difference> {
  const first = rows[0];
  if (!first) return { added: 0, changed: 0 };
  const db = trx as unknown as Rows;
  const columns = Object.keys(first);
  const keyOf = (row: ReferenceRow): string => JSON.stringify(key.map((column) => row[column]));
  const existing = await db.selectFrom(table).select(columns).execute();
  const known = new Map(existing.map((row) => [keyOf(row), row]));

  const missing = rows.filter((row) => !known.has(keyOf(row)));
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    await db
      .insertInto(table)
      .values(missing.slice(start, start + AT_ONCE))
      .execute();
  }
  const different = rows.filter((row) => {
    const old = known.get(keyOf(row));
    return old !== undefined && columns.some((column) => old[column] !== row[column]);
  });
  for (const row of different) {
    let update = db.updateTable(table).set(row);
    for (const column of key)
      update = update.where(column, row[column] === null ? 'is' : '=', row[column] ?? null);
    await update.execute();
  }
  return { added: missing.length, changed: different.length };
}

/** Retires the terms of some vocabularies whose code is not in `codes` (`vocabulary/code`). Returns how many. */
export async function retireTerms(
  trx: Trx,
  vocabularies: readonly string[],
  codes: ReadonlySet<string>,
  on: string,
): Promise<number> {
  const terms = await trx
    .selectFrom('term')
    .select(['id', 'vocabulary', 'code'])
    .where('retired_on', 'is', null)
    .execute();
  const gone = terms.filter(
    (term) => vocabularies.includes(term.vocabulary) && !codes.has(`${term.vocabulary}/${term.code}`),
  );
  if (gone.length === 0) return 0;
  const ids = gone.map((term) => term.id);
  await trx.updateTable('term').set({ retired_on: on }).where('id', 'in', ids).execute();
  return gone.length;
}

/** Retires the instruments whose code is not in `codes`. Returns how many. */
export async function retireInstruments(trx: Trx, codes: ReadonlySet<string>, on: string): Promise<number> {
  const instruments = await trx
    .selectFrom('instrument')
    .select(['id', 'code'])
    .where('retired_on', 'is', null)
    .execute();
  const gone = instruments.filter((instrument) => !codes.has(instrument.code));
  if (gone.length === 0) return 0;
  const ids = gone.map((instrument) => instrument.id);
  await trx.updateTable('instrument').set({ retired_on: on }).where('id', 'in', ids).execute();
  return gone.length;
}

/** Brings the facts of stages to be these. Nothing points at such a row, so those that are gone are deleted. */
export async function syncStageFacts(
  trx: Trx,
  facts: readonly StageFactTable[],
): Promise<{ added: number; removed: number }> {
  const keyOf = (row: StageFactTable) => `${row.stage_id}/${row.instrument_id}/${row.fact}`;
  const known = await trx.selectFrom('stage_fact').selectAll().execute();
  const before = new Set(known.map(keyOf));
  const after = new Set(facts.map(keyOf));
  const added = facts.filter((row) => !before.has(keyOf(row)));
  const removed = known.filter((row) => !after.has(keyOf(row)));
  if (added.length > 0) await trx.insertInto('stage_fact').values(added).execute();
  for (const row of removed) {
    await trx
      .deleteFrom('stage_fact')
      .where('stage_id', '=', row.stage_id)
      .where('instrument_id', '=', row.instrument_id)
      .where('fact', '=', row.fact)
      .execute();
  }
  return { added: added.length, removed: removed.length };
}

export async function listCountryIds(trx: Trx): Promise<Map<string, number>> {
  const rows = await trx.selectFrom('country').select(['id', 'iso3']).execute();
  return new Map(rows.map((row) => [row.iso3, row.id]));
}

export async function listInstrumentIds(trx: Trx): Promise<Map<string, number>> {
  const rows = await trx.selectFrom('instrument').select(['id', 'code']).execute();
  return new Map(rows.map((row) => [row.code, row.id]));
}

export async function listBodyIds(trx: Trx): Promise<Map<string, number>> {
  const rows = await trx.selectFrom('international_body').select(['id', 'code']).execute();
  return new Map(rows.map((row) => [row.code, row.id]));
}

/** Takes out the planning rules that are not among `kept` (`body id/kind id`). Returns how many. */
export async function deleteDeadlineRules(trx: Trx, kept: ReadonlySet<string>): Promise<number> {
  const rules = await trx.selectFrom('deadline_rule').select(['id', 'body_id', 'kind_id']).execute();
  const gone = rules.filter((rule) => !kept.has(`${rule.body_id ?? ''}/${rule.kind_id}`));
  if (gone.length === 0) return 0;
  await trx
    .deleteFrom('deadline_rule')
    .where(
      'id',
      'in',
      gone.map(({ id }) => id),
    )
    .execute();
  return gone.length;
}

/** Ids by `vocabulary/code`. */
export async function listTermIds(trx: Trx): Promise<Map<string, number>> {
  const rows = await trx.selectFrom('term').select(['id', 'vocabulary', 'code']).execute();
  return new Map(rows.map((row) => [`${row.vocabulary}/${row.code}`, row.id]));
}

export interface BodyWithoutOrganisation {
  id: number;
  code: string;
  names: [en: string, fr: string, es: string];
  parent: string | null;
}

/** International bodies that nobody can pick yet as a partner, in order. */
export async function listBodiesWithoutOrganisation(trx: Trx): Promise<BodyWithoutOrganisation[]> {
  const rows = await trx
    .selectFrom('international_body')
    .leftJoin('organisation', 'organisation.international_body_id', 'international_body.id')
    .select(['international_body.id', 'code', 'name_en', 'name_fr', 'name_es', 'parent'])
    .select('international_body.code as code')
    .where('organisation.id', 'is', null)
    .orderBy('international_body.position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    names: [row.name_en, row.name_fr, row.name_es],
    parent: row.parent,
  }));
}
