import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import { visibleTo, type Actor } from '../visibility.ts';

/** An organisation to choose, as pickers show it. */
export interface OrganisationMatch {
  id: number;
  ref: string;
  name: string;
  acronym: string | null;
  countryId: number | null;
}

/** A person to choose, in one of the posts that the day asked about holds for them; the latest where none does. */
export interface PersonMatch {
  id: number;
  ref: string;
  name: string;
  atRisk: number;
  position: string | null;
  title: string | null;
  untilOn: string | null;
  organisation: string | null;
  organisationName: string | null;
  acronym: string | null;
  countryId: number | null;
}

export interface MatchQuestion {
  /** Folded; each must begin a word of the name, or of the organisation's. */
  words: readonly string[];
  /** 'YYYY-MM-DD' */
  on: string;
  /** Partners of these countries come first. */
  countryIds: readonly number[];
  limit: number;
}

const list = (ids: readonly number[]) => sql.join(ids.length > 0 ? [...ids] : [-1]);

/** Bytewise beginnings: U+FFFF sorts after every letter on both engines. */
export const begins = (column: string, word: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} >= ${word} and ${sql.ref(column)} < ${`${word}\uffff`}`;

const organisationsNamed = (word: string) =>
  sql`(select organisation_id from organisation_word where ${begins('organisation_word.word', word)})`;
const peopleNamed = (word: string) =>
  sql`(select person_id from person_word where ${begins('person_word.word', word)})`;

/** True where a position was held on the day; ends and beginnings may be known by year or month only. */
const heldOn = (on: string) => sql<SqlBool>`(position.from_on is null or position.from_on <= ${on})
  and (position.until_on is null or position.until_on >= substr(${on}, 1, length(position.until_on)))`;

/** The position of the person that counts on the day: one held then, or else the latest. */
const shownPosition = (on: string) => sql<SqlBool>`position.id is null or (${heldOn(on)})
  or (position.id = (select latest.id from position as latest where latest.person_id = person.id
        order by coalesce(latest.until_on, '9999') desc, latest.id desc limit 1)
      and not exists (select 1 from position where position.person_id = person.id and ${heldOn(on)}))`;

const all = (conditions: readonly RawBuilder<SqlBool>[]) =>
  conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : sql<SqlBool>`1 = 1`;

export async function listOrganisationMatches(db: Db, question: MatchQuestion): Promise<OrganisationMatch[]> {
  return db
    .selectFrom('organisation')
    .select(['id', 'ref', 'name', 'acronym', 'country_id as countryId'])
    .where('archived_at', 'is', null)
    .where(all(question.words.map((word) => sql<SqlBool>`organisation.id in ${organisationsNamed(word)}`)))
    .orderBy(sql`case when country_id in (${list(question.countryIds)}) then 0 else 1 end`)
    .orderBy('name_folded')
    .orderBy('id')
    .limit(question.limit)
    .execute();
}

function peopleAsOf(db: Db, actor: Actor, on: string) {
  return db
    .selectFrom('person')
    .leftJoin('position', 'position.person_id', 'person.id')
    .leftJoin('organisation', 'organisation.id', 'position.organisation_id')
    .select([
      'person.id',
      'person.ref',
      'person.name',
      'person.at_risk as atRisk',
      'position.ref as position',
      'position.title',
      'position.until_on as untilOn',
      'organisation.ref as organisation',
      'organisation.name as organisationName',
      'organisation.acronym',
      'organisation.country_id as countryId',
    ])
    .where('person.archived_at', 'is', null)
    .where(visibleTo(actor, 'person'))
    .where(sql<SqlBool>`(${shownPosition(on)})`);
}

/** People by their own name, or by a part of it and their organisation's ("mensah justice"). */
export async function listPersonMatches(
  db: Db,
  actor: Actor,
  question: MatchQuestion,
): Promise<PersonMatch[]> {
  const { words } = question;
  const own = words.map((word) => sql<SqlBool>`person.id in ${peopleNamed(word)}`);
  const either = words.map(
    (word, place) => sql<SqlBool>`(${own[place]} or position.organisation_id in ${organisationsNamed(word)})`,
  );
  return peopleAsOf(db, actor, question.on)
    .where(words.length === 1 ? all(own) : sql<SqlBool>`(${all(either)} and (${sql.join(own, sql` or `)}))`)
    .orderBy(sql`case when organisation.country_id in (${list(question.countryIds)}) then 0 else 1 end`)
    .orderBy('person.name_folded')
    .orderBy('person.id')
    .orderBy('position.id')
    .limit(question.limit)
    .execute();
}

/** The people who hold a post in these organisations on the day, by name. */
export async function listPeopleOf(
  db: Db,
  actor: Actor,
  organisationIds: readonly number[],
  question: Pick<MatchQuestion, 'on' | 'limit'>,
): Promise<PersonMatch[]> {
  return peopleAsOf(db, actor, question.on)
    .where(sql<SqlBool>`position.organisation_id in (${list(organisationIds)}) and ${heldOn(question.on)}`)
    .orderBy('person.name_folded')
    .orderBy('person.id')
    .limit(question.limit)
    .execute();
}

/** People of whom at least one word begins like one of `beginnings`, those with most such words first. */
export async function listPeopleLike(
  db: Db,
  actor: Actor,
  beginnings: readonly string[],
  question: Pick<MatchQuestion, 'on' | 'limit'>,
): Promise<(PersonMatch & { nameFolded: string })[]> {
  if (beginnings.length === 0) return [];
  const some = sql.join(
    beginnings.map((word) => sql`(${begins('person_word.word', word)})`),
    sql` or `,
  );
  return peopleAsOf(db, actor, question.on)
    .innerJoin(
      sql<{
        person_id: number;
        hits: number;
      }>`(select person_word.person_id, count(*) as hits from person_word
        inner join person as seen on seen.id = person_word.person_id and seen.archived_at is null
          and ${visibleTo(actor, 'person', 'seen')}
        where ${some} group by person_word.person_id order by hits desc, person_word.person_id
        limit ${question.limit})`.as('likely'),
      (join) => join.onRef('likely.person_id', '=', 'person.id'),
    )
    .select('person.name_folded as nameFolded')
    .orderBy('likely.hits', 'desc')
    .orderBy('person.name_folded')
    .execute();
}

/** The same for organisations, by any of their names. `words`: every word of its names, joined by spaces. */
export async function listOrganisationsLike(
  db: Db,
  beginnings: readonly string[],
  limit: number,
): Promise<(OrganisationMatch & { names: string })[]> {
  if (beginnings.length === 0) return [];
  const some = sql.join(
    beginnings.map((word) => sql`(${begins('organisation_word.word', word)})`),
    sql` or `,
  );
  return db
    .selectFrom('organisation')
    .innerJoin(
      sql<{
        organisation_id: number;
        hits: number;
      }>`(select organisation_id, count(*) as hits from organisation_word
        where ${some} group by organisation_id order by hits desc, organisation_id limit ${limit})`.as(
        'likely',
      ),
      (join) => join.onRef('likely.organisation_id', '=', 'organisation.id'),
    )
    .select([
      'organisation.id',
      'organisation.ref',
      'organisation.name',
      'organisation.acronym',
      'organisation.country_id as countryId',
      sql<string>`organisation.name_folded || coalesce((select '|' || string_agg(other.name_folded, '|')
        from organisation_name as other where other.organisation_id = organisation.id), '')`.as('names'),
    ])
    .where('organisation.archived_at', 'is', null)
    .orderBy('likely.hits', 'desc')
    .orderBy('organisation.name_folded')
    .execute();
}

/** The people and organisations behind refs from outside; a hidden one is left out like one that is not there. */
export async function listPartnersByRef(
  db: Db,
  actor: Actor,
  refs: { people: readonly string[]; organisations: readonly string[] },
  on: string,
): Promise<{ people: PersonMatch[]; organisations: OrganisationMatch[] }> {
  const people =
    refs.people.length === 0
      ? []
      : await peopleAsOf(db, actor, on)
          .where('person.ref', 'in', [...refs.people])
          .orderBy('position.id')
          .execute();
  const organisations =
    refs.organisations.length === 0
      ? []
      : await db
          .selectFrom('organisation')
          .select(['id', 'ref', 'name', 'acronym', 'country_id as countryId'])
          .where('archived_at', 'is', null)
          .where('ref', 'in', [...refs.organisations])
          .execute();
  return { people, organisations };
}
