import { sql } from 'kysely';
import type { Db } from '../client.ts';
import { personVisibleOrNone, readsRecords, visibleTo, type Actor } from '../visibility.ts';

/** What our work in a country amounts to, within the actor's access. Days are 'YYYY-MM-DD', both included. */
interface Window {
  countryId: number;
  from: string;
  to: string;
}

/** The meetings held on a country within the window, walking its index by date. */
const heldThere = (actor: Actor, { countryId, from, to }: Window) => sql`
  interaction_country as link inner join interaction on interaction.id = link.interaction_id
    and link.country_id = ${countryId} and link.occurred_on >= ${from} and link.occurred_on <= ${to}
    and interaction.state = 'held' and interaction.archived_at is null and ${visibleTo(actor, 'interaction')}
  inner join interaction_participant as met on met.interaction_id = interaction.id
    and ${personVisibleOrNone(actor, 'met.person_id')}`;

/** Every partner type with the one at the root of its branch; a branch is three deep at most. */
const rooted = sql`(select leaf.id, coalesce(top.id, parent.id, leaf.id) as root_id from term as leaf
  left join term as parent on parent.id = leaf.parent_id left join term as top on top.id = parent.parent_id
  where leaf.vocabulary = 'partner_type')`;

export interface TypeMonth {
  root_id: number;
  month: string;
  held: number;
  last_on: string;
}

/**
 * Meetings held by kind of partner and month. A meeting with two ministries counts once. Counted live, from no more
 * than the window's rows of one country: a tally of its own would come with the coverage reports.
 */
export async function listTypeMonths(db: Db, actor: Actor, window: Window): Promise<TypeMonth[]> {
  if (!readsRecords(actor)) return [];
  const found = await sql<TypeMonth>`select rooted.root_id, substr(link.occurred_on, 1, 7) as month,
      count(distinct link.interaction_id) as held, max(link.occurred_on) as last_on
    from ${heldThere(actor, window)}
    inner join organisation on organisation.id = met.organisation_id
    inner join ${rooted} as rooted on rooted.id = organisation.partner_type_id
    group by rooted.root_id, substr(link.occurred_on, 1, 7)`.execute(db);
  return found.rows;
}

/** The partner types at the root that have an organisation in the country. */
export async function listTypesPresent(db: Db, countryId: number): Promise<number[]> {
  const found = await sql<{ root_id: number }>`select distinct rooted.root_id from organisation
    inner join ${rooted} as rooted on rooted.id = organisation.partner_type_id
    where organisation.country_id = ${countryId} and organisation.archived_at is null`.execute(db);
  return found.rows.map((row) => row.root_id);
}

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
  if (!readsRecords(actor)) return [];
  const found = await sql<KeyPerson>`select person.id, person.ref, person.name, person.level, person.at_risk,
      count(distinct recent.interaction_id) as met, max(recent.occurred_on) as last_on
    from (select link.interaction_id, link.occurred_on from interaction_country as link
      where link.country_id = ${countryId} and exists (select 1 from interaction
        where interaction.id = link.interaction_id and interaction.state = 'held'
          and interaction.archived_at is null and ${visibleTo(actor, 'interaction')})
      order by link.occurred_on desc, link.interaction_id desc limit ${latest}) as recent
    inner join interaction_participant as met on met.interaction_id = recent.interaction_id
    inner join person on person.id = met.person_id and person.archived_at is null and ${visibleTo(actor, 'person')}
    group by person.id, person.ref, person.name, person.level, person.at_risk
    order by met desc, last_on desc, person.id limit ${limit}`.execute(db);
  return found.rows;
}

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
      where link.country_id = country.id and link.occurred_on <= ${today}
        and exists (select 1 from interaction where interaction.id = link.interaction_id
          and interaction.state = 'held' and interaction.archived_at is null and ${visibleTo(actor, 'interaction')})
      order by link.occurred_on desc, link.interaction_id desc limit 1) as "on"
    from country where country.id in (${sql.join([...countryIds])})`.execute(db);
  return new Map(found.rows.flatMap((row) => (row.on === null ? [] : [[row.id, row.on]])));
}
