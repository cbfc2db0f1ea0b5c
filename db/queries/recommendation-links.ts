import { sql } from 'kysely';
import type { Db, Trx } from '../client.ts';
import { readsRecords, visibleTo, type Actor } from '../visibility.ts';
import { ofNoArchived } from './advice-list.ts';

/** What of ours can push a recommendation. */
export type PushNoun = 'advice' | 'objective' | 'interaction';

export interface PushRow {
  noun: PushNoun;
  recommendation_id: number;
  id: number;
  ref: string;
  /** As stored: the words of a sealed record are not to be read here. */
  title: string;
  level: number;
  on: string;
}

const TITLES = {
  advice: 'advice.body',
  objective: 'objective.title',
  interaction: 'interaction.summary',
} as const;
const DAYS = {
  advice: 'advice.given_on',
  objective: 'objective.moved_on',
  interaction: 'interaction.occurred_on',
} as const;
const NOUNS = ['advice', 'objective', 'interaction'] as const;

/** Everything that pushes some recommendations and that the actor sees, the latest first. */
export async function listVisiblePushes(db: Db, actor: Actor, ids: readonly number[]): Promise<PushRow[]> {
  if (ids.length === 0 || !readsRecords(actor)) return [];
  const parts = NOUNS.map(
    (noun) => sql`select ${sql.lit(noun)} as noun, link.recommendation_id, ${sql.ref(`${noun}.id`)} as id,
        ${sql.ref(`${noun}.ref`)} as ref, ${sql.ref(TITLES[noun])} as title, ${sql.ref(`${noun}.level`)} as level,
        ${sql.ref(DAYS[noun])} as "on"
      from ${sql.table(`recommendation_${noun}`)} as link
      inner join ${sql.table(noun)} on ${sql.ref(`${noun}.id`)} = ${sql.ref(`link.${noun}_id`)}
      where link.recommendation_id in (${sql.join([...ids])}) and ${sql.ref(`${noun}.archived_at`)} is null
        and ${noun === 'advice' ? ofNoArchived('advice') : sql`1 = 1`} and ${visibleTo(actor, noun)}`,
  );
  const found = await sql<PushRow>`select * from (${sql.join(parts, sql` union all `)}) as push
    order by "on" desc, ref`.execute(db);
  return found.rows;
}

/** How many records that the actor sees push each of some recommendations. */
export async function countVisiblePushes(
  db: Db,
  actor: Actor,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const { recommendation_id: id } of await listVisiblePushes(db, actor, ids)) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The record of ours behind a ref, if the actor sees it and it is not put away. */
export async function findVisiblePush(
  db: Db,
  actor: Actor,
  noun: PushNoun,
  ref: string,
): Promise<{ id: number; ref: string; level: number } | undefined> {
  if (!readsRecords(actor)) return undefined;
  const found = await sql<{ id: number; ref: string; level: number }>`
    select ${sql.ref(`${noun}.id`)} as id, ${sql.ref(`${noun}.ref`)} as ref, ${sql.ref(`${noun}.level`)} as level
    from ${sql.table(noun)}
    where ${sql.ref(`${noun}.ref`)} = ${ref} and ${sql.ref(`${noun}.archived_at`)} is null
      and ${noun === 'advice' ? ofNoArchived('advice') : sql`1 = 1`} and ${visibleTo(actor, noun)}`.execute(
    db,
  );
  return found.rows[0];
}

/** False where the two are linked already. */
export async function insertPush(
  trx: Trx,
  noun: PushNoun,
  recommendationId: number,
  id: number,
): Promise<boolean> {
  const inserted = await sql<{ recommendation_id: number }>`
    insert into ${sql.table(`recommendation_${noun}`)} (recommendation_id, ${sql.ref(`${noun}_id`)})
    values (${recommendationId}, ${id}) on conflict do nothing returning recommendation_id`.execute(trx);
  return inserted.rows.length > 0;
}

/** False where the two are not linked. */
export async function deletePush(
  trx: Trx,
  noun: PushNoun,
  recommendationId: number,
  id: number,
): Promise<boolean> {
  const deleted = await sql<{ recommendation_id: number }>`
    delete from ${sql.table(`recommendation_${noun}`)}
    where recommendation_id = ${recommendationId} and ${sql.ref(`${noun}_id`)} = ${id}
    returning recommendation_id`.execute(trx);
  return deleted.rows.length > 0;
}

/** The objectives on a country that the actor sees, those that moved last first: to be picked from. */
export async function listVisibleObjectivesOn(
  db: Db,
  actor: Actor,
  countryId: number,
  limit: number,
): Promise<{ ref: string; title: string; level: number }[]> {
  if (!readsRecords(actor)) return [];
  return db
    .selectFrom('objective')
    .select(['ref', 'title', 'level'])
    .where('country_id', '=', countryId)
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'objective'))
    .orderBy('moved_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
