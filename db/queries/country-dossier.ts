import { sql } from 'kysely';
import type { Db } from '../client.ts';
import { copiedLevelVisibleTo } from '../country-visibility.ts';
import { prepared } from '../prepared.ts';
import { readsRecords, visibleTo, type Actor } from '../visibility.ts';

export interface KeyPerson {
  id: number;
  ref: string;
  name: string;
  level: number;
  at_risk: number;
  met: number;
  last_on: string;
}

/** The people met most often in the `latest` meetings held on a country: a walk of that many rows, however large. */
export async function listKeyPeople(
  db: Db,
  actor: Actor,
  countryId: number,
  { latest, limit }: { latest: number; limit: number },
): Promise<KeyPerson[]> {
  return readsRecords(actor) ? keyPeople(db, { actor, countryId, latest, limit }) : [];
}

const keyPeople = prepared<{ actor: Actor; countryId: number; latest: number; limit: number }, KeyPerson>(
  ({
    actor,
    countryId,
    latest,
    limit,
  }) => sql`select person.id, person.ref, person.name, person.level, person.at_risk,
      often.met, often.last_on
    from (select one.person_id, count(distinct recent.interaction_id) as met, max(recent.occurred_on) as last_on
      from (select link.interaction_id, link.occurred_on from interaction_country as link
        where link.country_id = ${countryId} and link.held = 1 and ${copiedLevelVisibleTo(actor, 'link')}
        order by link.occurred_on desc, link.interaction_id desc limit ${latest}) as recent
      inner join interaction_participant as one on one.interaction_id = recent.interaction_id
        and one.person_id is not null
      group by one.person_id) as often
    inner join person on person.id = often.person_id and person.archived_at is null and ${visibleTo(actor, 'person')}
    order by often.met desc, often.last_on desc, person.id limit ${limit}`,
);

/** The day of the latest meeting held on each country, as far as the actor sees, by the country's id. */
export async function listLastContacts(
  db: Db,
  actor: Actor,
  today: string,
  countryIds: readonly number[],
): Promise<Map<number, string>> {
  if (countryIds.length === 0 || !readsRecords(actor)) return new Map();
  const found = await sql<{ id: number; on: string | null }>`select country.id, (
      select link.occurred_on from interaction_country as link
      where link.country_id = country.id and link.held = 1 and link.occurred_on <= ${today}
        and ${copiedLevelVisibleTo(actor, 'link')}
      order by link.occurred_on desc, link.interaction_id desc limit 1) as "on"
    from country where country.id in (${sql.join([...countryIds])})`.execute(db);
  return new Map(found.rows.flatMap((row) => (row.on === null ? [] : [[row.id, row.on]])));
}
