import type { Db } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { StageFactTable } from '../schema/objectives.ts';
import type { Meaning, VocabularyName } from '../schema/reference.ts';

/** One entry of a vocabulary, with its labels by language. */
export interface Term {
  id: number;
  vocabulary: VocabularyName;
  code: string;
  parentId: number | null;
  position: number;
  meaning: Meaning | null;
  /** A work area's letter and hue: never one without the other. */
  mark: string | null;
  hue: string | null;
  retiredOn: string | null;
  labels: Record<string, string>;
  hints: Record<string, string>;
}

export interface Country {
  id: number;
  iso2: string;
  iso3: string;
  names: Record<string, string>;
  /** Every name of it, folded, one a line: for pickers. */
  namesFolded: string;
  region: string;
  subregion: string;
  /** What the country says of each organisation of States: 'yes', 'no', 'observer'. */
  membership: { un: string; coe: string; au: string; oas: string };
  teamIds: number[];
}

export interface Instrument {
  id: number;
  code: string;
  titles: Record<string, string>;
  kind: string;
  region: string;
  retiredOn: string | null;
}

export interface Provision {
  id: number;
  instrumentId: number;
  code: string;
  headings: Record<string, string>;
}

export interface Team {
  id: number;
  ref: string;
  name: string;
}

/** Countries, instruments, vocabularies and teams: small, read by every page, changed seldom. */
export interface ReferenceRows {
  revision: number;
  terms: Term[];
  countries: Country[];
  instruments: Instrument[];
  provisions: Provision[];
  stageFacts: StageFactTable[];
  teams: Team[];
}

export async function findReferenceRevision(db: Db): Promise<number> {
  const [row] = await revision(db, {});
  if (!row) throw new Error('The table of the reference revision is empty.');
  return row.revision;
}

const revision = prepared((_values, _shape, db) =>
  db.selectFrom('reference_revision').select('revision').where('id', '=', 1),
);

/** To be called by whatever changes a table that `loadReferenceRows` reads, or one of which `Reference.remember` keeps rows. */
export async function raiseReferenceRevision(trx: Db): Promise<void> {
  await trx
    .updateTable('reference_revision')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', 1)
    .execute();
}

async function listTerms(db: Db): Promise<Term[]> {
  const [rows, labels] = [
    await db.selectFrom('term').selectAll().orderBy('vocabulary').orderBy('position').execute(),
    await db.selectFrom('term_label').selectAll().execute(),
  ];
  const terms = rows.map((row): Term => ({
    id: row.id,
    vocabulary: row.vocabulary,
    code: row.code,
    parentId: row.parent_id,
    position: row.position,
    meaning: row.meaning,
    mark: row.mark,
    hue: row.hue,
    retiredOn: row.retired_on,
    labels: {},
    hints: {},
  }));
  const byId = new Map(terms.map((term) => [term.id, term]));
  for (const label of labels) {
    const term = byId.get(label.term_id);
    if (!term) continue;
    term.labels[label.language] = label.label;
    if (label.hint) term.hints[label.language] = label.hint;
  }
  return terms;
}

async function listCountries(db: Db): Promise<Country[]> {
  const rows = await db.selectFrom('country').selectAll().orderBy('name_folded').execute();
  const links = await db.selectFrom('team_country').selectAll().execute();
  return rows.map((row) => ({
    id: row.id,
    iso2: row.iso2,
    iso3: row.iso3,
    names: { en: row.name_en, fr: row.name_fr, es: row.name_es },
    namesFolded: row.names_folded,
    region: row.region,
    subregion: row.subregion,
    membership: { un: row.un_member, coe: row.coe_member, au: row.au_member, oas: row.oas_member },
    teamIds: links.filter((link) => link.country_id === row.id).map((link) => link.team_id),
  }));
}

export async function loadReferenceRows(db: Db): Promise<ReferenceRows> {
  const revision = await findReferenceRevision(db);
  const instruments = await db.selectFrom('instrument').selectAll().orderBy('position').execute();
  const provisions = await db
    .selectFrom('provision')
    .selectAll()
    .orderBy('instrument_id')
    .orderBy('position')
    .execute();
  const teams = await db.selectFrom('team').select(['id', 'ref', 'name']).orderBy('name_folded').execute();
  return {
    revision,
    terms: await listTerms(db),
    countries: await listCountries(db),
    instruments: instruments.map((row) => ({
      id: row.id,
      code: row.code,
      titles: { en: row.title_en, fr: row.title_fr, es: row.title_es },
      kind: row.kind,
      region: row.region,
      retiredOn: row.retired_on,
    })),
    provisions: provisions.map((row) => ({
      id: row.id,
      instrumentId: row.instrument_id,
      code: row.code,
      headings: { en: row.heading_en, fr: row.heading_fr, es: row.heading_es },
    })),
    stageFacts: await db.selectFrom('stage_fact').selectAll().execute(),
    teams,
  };
}
