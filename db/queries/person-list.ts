import { sql, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import { readsRecords, visibleTo, type Actor } from '../visibility.ts';
import type { NamePlace } from './organisation-list.ts';
import { begins } from './partner-suggestions.ts';

export interface PersonFilter {
  /** Folded; each must begin a word of the name. */
  words: readonly string[];
  /** People who hold a post in an organisation of this country on the day. */
  countryId?: number;
  on: string;
}

export interface PersonListRow {
  id: number;
  ref: string;
  name: string;
  level: number;
  at_risk: number;
}

function matching(db: Db, actor: Actor, filter: PersonFilter) {
  let query = db
    .selectFrom('person')
    .where('person.archived_at', 'is', null)
    .where(visibleTo(actor, 'person'));
  for (const word of filter.words) {
    query = query.where(
      sql<SqlBool>`person.id in (select person_id from person_word where ${begins('person_word.word', word)})`,
    );
  }
  if (filter.countryId !== undefined) {
    query = query.where(
      sql<SqlBool>`person.id in (select position.person_id from position
        inner join organisation on organisation.id = position.organisation_id
        where organisation.country_id = ${filter.countryId}
          and (position.until_on is null or position.until_on >= substr(${filter.on}, 1, length(position.until_on))))`,
    );
  }
  return query;
}

/** People whom the actor may see, by name. */
export async function listPeople(
  db: Db,
  actor: Actor,
  filter: PersonFilter,
  page: { after?: NamePlace; limit: number },
): Promise<PersonListRow[]> {
  if (!readsRecords(actor)) return [];
  let query = matching(db, actor, filter).select(['id', 'ref', 'name', 'level', 'at_risk']);
  const { after } = page;
  if (after)
    query = query.where(sql<SqlBool>`(person.name_folded, person.id) > (${after.name}, ${after.id})`);
  return query.orderBy('name_folded').orderBy('id').limit(page.limit).execute();
}

/** How many of them, counted no further than `most`. */
export async function countPeople(db: Db, actor: Actor, filter: PersonFilter, most: number): Promise<number> {
  if (!readsRecords(actor)) return 0;
  const counted = await sql<{ count: number }>`select count(*) as count
    from (${matching(db, actor, filter).select('id').limit(most)}) as found`.execute(db);
  return counted.rows[0]?.count ?? 0;
}

export async function findVisiblePersonPlace(
  db: Db,
  actor: Actor,
  ref: string,
): Promise<NamePlace | undefined> {
  return db
    .selectFrom('person')
    .select(['name_folded as name', 'id'])
    .where('ref', '=', ref)
    .where(visibleTo(actor, 'person'))
    .executeTakeFirst();
}

/** The day of the latest meeting held with each person, as far as the actor sees, by the person's id. */
export async function listLastMetPeople(
  db: Db,
  actor: Actor,
  ids: readonly number[],
  today: string,
): Promise<Map<number, string>> {
  if (ids.length === 0 || !readsRecords(actor)) return new Map();
  const found = await sql<{ id: number; on: string | null }>`select person.id, (
      select met.occurred_on from interaction_participant as met
      where met.person_id = person.id and met.occurred_on <= ${today}
        and exists (select 1 from interaction where interaction.id = met.interaction_id
          and interaction.state = 'held' and interaction.archived_at is null and ${visibleTo(actor, 'interaction')})
      order by met.occurred_on desc, met.interaction_id desc limit 1) as "on"
    from person where person.id in (${sql.join([...ids])}) and ${visibleTo(actor, 'person')}`.execute(db);
  return new Map(found.rows.flatMap((row) => (row.on === null ? [] : [[row.id, row.on]])));
}

/** One person with what is recorded of them, if the actor may see them. */
export async function findVisiblePerson(db: Db, actor: Actor, ref: string) {
  return db
    .selectFrom('person')
    .leftJoin('team', 'team.id', 'person.owning_team_id')
    .select([
      'person.id',
      'person.ref',
      'person.name',
      'person.is_code_name',
      'person.at_risk',
      'person.level',
      'person.languages',
      'person.reach',
      'person.consent_basis',
      'person.consent_review_on',
      'team.name as team_name',
    ])
    .where('person.ref', '=', ref)
    .where('person.archived_at', 'is', null)
    .where(visibleTo(actor, 'person'))
    .executeTakeFirst();
}
