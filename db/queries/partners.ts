import type { Db, Trx } from '../client.ts';
import { fold, foldedWords } from '../fold.ts';
import { prepared } from '../prepared.ts';
import { visibleTo, type Actor } from '../visibility.ts';

/** Organisations and people as other records point at them: found by ref, created by the steps that need them. */

export interface OrganisationRow {
  id: number;
  ref: string;
  name: string;
  country_id: number | null;
}

export async function listOrganisationsByRef(db: Db, refs: string[]): Promise<OrganisationRow[]> {
  if (refs.length === 0) return [];
  return db
    .selectFrom('organisation')
    .select(['id', 'ref', 'name', 'country_id'])
    .where('ref', 'in', refs)
    .where('archived_at', 'is', null)
    .execute();
}

/** The refs of some organisations, archived ones among them, by id. */
export async function listOrganisationRefs(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'ref'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.ref]));
}

export interface PersonRow {
  id: number;
  ref: string;
  name: string;
  level: number;
  at_risk: number;
}

export async function listVisiblePeopleByRef(db: Db, actor: Actor, refs: string[]): Promise<PersonRow[]> {
  if (refs.length === 0) return [];
  return db
    .selectFrom('person')
    .select(['id', 'ref', 'name', 'level', 'at_risk'])
    .where('ref', 'in', refs)
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'person'))
    .execute();
}

export interface PositionRow {
  id: number;
  ref: string;
  person_id: number;
  title: string;
  organisation_id: number;
  organisation: string;
  country_id: number | null;
  from_on: string | null;
  until_on: string | null;
}

/** Every post of some people, the latest first. The caller has shown that the actor may see the people. */
export async function listPositionsOf(db: Db, personIds: number[]): Promise<PositionRow[]> {
  return personIds.length === 0 ? [] : positionsOf(db, { personIds });
}

const positionsOf = prepared(({ personIds }: { personIds: readonly number[] }, _shape, db) =>
  db
    .selectFrom('position')
    .innerJoin('organisation', 'organisation.id', 'position.organisation_id')
    .select([
      'position.id',
      'position.ref',
      'position.person_id',
      'position.title',
      'position.organisation_id',
      'organisation.name as organisation',
      'organisation.country_id',
      'position.from_on',
      'position.until_on',
    ])
    .where('position.person_id', 'in', personIds)
    .orderBy('position.person_id')
    .orderBy((eb) => eb.fn.coalesce('position.from_on', eb.val('')), 'desc')
    .orderBy('position.id', 'desc'),
);

/** The post held on a day, out of one person's posts; the latest of several. Open ends hold for ever. */
export function positionOn<T extends { from_on: string | null; until_on: string | null }>(
  positions: readonly T[],
  day: string,
): T | undefined {
  return positions.find(
    (position) =>
      (position.from_on ?? '') <= day && (position.until_on === null || `${position.until_on}~` >= day),
  );
}

export interface NewOrganisation {
  ref: string;
  name: string;
  acronym: string | null;
  partner_type_id: number;
  country_id: number | null;
  parent_id?: number | null;
  owner_id?: number | null;
  website?: string | null;
  international_body_id?: number | null;
  other_names?: string[];
  created_at: string;
  created_by_id: number | null;
}

export async function insertOrganisation(trx: Trx, row: NewOrganisation): Promise<number> {
  const { other_names = [], ...columns } = row;
  const { id } = await trx
    .insertInto('organisation')
    .values({ ...columns, name_folded: fold(row.name), updated_at: row.created_at })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const name of other_names) {
    await trx
      .insertInto('organisation_name')
      .values({ organisation_id: id, name, name_folded: fold(name) })
      .execute();
  }
  const words = foldedWords(row.name, row.acronym ?? '', ...other_names);
  if (words.length > 0) {
    await trx
      .insertInto('organisation_word')
      .values(words.map((word) => ({ word, organisation_id: id })))
      .execute();
  }
  return id;
}

export interface NewPerson {
  ref: string;
  name: string;
  level: number;
  is_code_name?: number;
  at_risk?: number;
  owning_team_id: number | null;
  languages?: string | null;
  reach?: string | null;
  consent_basis?: string | null;
  consent_review_on?: string | null;
  created_at: string;
  created_by_id: number | null;
  named_readers?: number[];
}

export async function insertPerson(trx: Trx, row: NewPerson): Promise<number> {
  const { named_readers = [], ...columns } = row;
  const { id } = await trx
    .insertInto('person')
    .values({ ...columns, name_folded: fold(row.name), updated_at: row.created_at })
    .returning('id')
    .executeTakeFirstOrThrow();
  const words = foldedWords(row.name);
  if (words.length > 0)
    await trx
      .insertInto('person_word')
      .values(words.map((word) => ({ word, person_id: id })))
      .execute();
  if (named_readers.length > 0) {
    await trx
      .insertInto('person_named_reader')
      .values(named_readers.map((account_id) => ({ person_id: id, account_id })))
      .execute();
  }
  return id;
}

export interface NewPosition {
  ref: string;
  person_id: number;
  organisation_id: number;
  title: string;
  from_on: string | null;
  until_on: string | null;
  created_at: string;
}

export async function insertPosition(trx: Trx, row: NewPosition): Promise<number> {
  const { id } = await trx.insertInto('position').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}
