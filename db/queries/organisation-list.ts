import { sql, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import { personVisibleOrNone, readsRecords, visibleTo, type Actor } from '../visibility.ts';
import { begins } from './partner-suggestions.ts';

export interface OrganisationFilter {
  /** Folded; each must begin a word of one of its names. */
  words: readonly string[];
  countryId?: number;
  /** A partner type with those below it. */
  partnerTypeIds?: readonly number[];
}

/** A place in the order of names. */
export interface NamePlace {
  name: string;
  id: number;
}

export interface OrganisationListRow {
  id: number;
  ref: string;
  name: string;
  acronym: string | null;
  partner_type_id: number;
  country_id: number | null;
}

function matching(db: Db, filter: OrganisationFilter) {
  let query = db.selectFrom('organisation').where('archived_at', 'is', null);
  for (const word of filter.words) {
    query = query.where(
      sql<SqlBool>`organisation.id in (select organisation_id from organisation_word
        where ${begins('organisation_word.word', word)})`,
    );
  }
  if (filter.countryId !== undefined) query = query.where('country_id', '=', filter.countryId);
  if (filter.partnerTypeIds) query = query.where('partner_type_id', 'in', [...filter.partnerTypeIds]);
  return query;
}

/** Organisations by name. Not a protected noun: everybody signed in sees them all. */
export async function listOrganisations(
  db: Db,
  filter: OrganisationFilter,
  page: { after?: NamePlace; limit: number },
): Promise<OrganisationListRow[]> {
  let query = matching(db, filter).select(['id', 'ref', 'name', 'acronym', 'partner_type_id', 'country_id']);
  const { after } = page;
  if (after) query = query.where(sql<SqlBool>`(name_folded, id) > (${after.name}, ${after.id})`);
  return query.orderBy('name_folded').orderBy('id').limit(page.limit).execute();
}

/** How many, counted no further than `most`. */
export async function countOrganisations(db: Db, filter: OrganisationFilter, most: number): Promise<number> {
  const counted = await sql<{ count: number }>`select count(*) as count
    from (${matching(db, filter).select('id').limit(most)}) as found`.execute(db);
  return counted.rows[0]?.count ?? 0;
}

export async function findOrganisationPlace(db: Db, ref: string): Promise<NamePlace | undefined> {
  return db
    .selectFrom('organisation')
    .select(['name_folded as name', 'id'])
    .where('ref', '=', ref)
    .executeTakeFirst();
}

/** The day of the latest meeting held with each organisation, as far as the actor sees, by its id. */
export async function listLastMet(
  db: Db,
  actor: Actor,
  ids: readonly number[],
  today: string,
): Promise<Map<number, string>> {
  if (ids.length === 0 || !readsRecords(actor)) return new Map();
  const found = await sql<{ id: number; on: string | null }>`select organisation.id, (
      select met.occurred_on from interaction_participant as met
      where met.organisation_id = organisation.id and met.occurred_on <= ${today}
        and ${personVisibleOrNone(actor, 'met.person_id')}
        and exists (select 1 from interaction where interaction.id = met.interaction_id
          and interaction.state = 'held' and interaction.archived_at is null and ${visibleTo(actor, 'interaction')})
      order by met.occurred_on desc, met.interaction_id desc limit 1) as "on"
    from organisation where organisation.id in (${sql.join([...ids])})`.execute(db);
  return new Map(found.rows.flatMap((row) => (row.on === null ? [] : [[row.id, row.on]])));
}
