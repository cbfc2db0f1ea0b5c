import { sql, type RawBuilder } from 'kysely';
import type { Db, Trx } from '../client.ts';
import type { ToldNoun } from '../schema/notifications.ts';
import { visibleTo, visibleToAccount, type Actor } from '../visibility.ts';

/** A record somebody is told of, as a line shows it. Words are as stored. */
export interface ToldRecord {
  noun: ToldNoun;
  id: number;
  ref: string;
  level: number;
  words: string;
  due_on: string | null;
  /** The interaction on whose page it stands. */
  home_ref: string | null;
}

const home = (noun: 'advice' | 'commitment' | 'follow_up' | 'assessment') =>
  sql`(select interaction.ref from interaction where interaction.id = ${sql.ref(`${noun}.interaction_id`)})`;

const columns: Record<ToldNoun, RawBuilder<unknown>> = {
  interaction: sql`interaction.summary as words, null as due_on, interaction.ref as home_ref`,
  assessment: sql`(select interaction.summary from interaction where interaction.id = assessment.interaction_id) as words,
    null as due_on, ${home('assessment')} as home_ref`,
  advice: sql`advice.body as words, null as due_on, ${home('advice')} as home_ref`,
  commitment: sql`commitment.body as words, commitment.due_on as due_on, ${home('commitment')} as home_ref`,
  follow_up: sql`follow_up.title as words, follow_up.due_on as due_on, ${home('follow_up')} as home_ref`,
  objective: sql`objective.title as words, objective.target_on as due_on, null as home_ref`,
};

/** The records that the actor may see among those named, in one query. */
export async function listToldRecords(
  db: Db,
  actor: Actor,
  named: readonly { noun: ToldNoun; record_id: number }[],
): Promise<ToldRecord[]> {
  const branches = nounsOf(named).map(
    ([
      noun,
      ids,
    ]) => sql`select ${sql.lit(noun)} as noun, ${sql.ref(`${noun}.id`)} as id, ${sql.ref(`${noun}.ref`)} as ref,
      ${sql.ref(`${noun}.level`)} as level, ${columns[noun]}
      from ${sql.table(noun)} where ${sql.ref(`${noun}.id`)} in (${sql.join(ids)}) and ${visibleTo(actor, noun)}`,
  );
  if (branches.length === 0) return [];
  return (await sql<ToldRecord>`${sql.join(branches, sql` union all `)}`.execute(db)).rows;
}

/** Which of these colleagues may see which of these records, as the transaction leaves them. Disabled accounts may not. */
export async function listVisiblePairs(
  trx: Trx,
  named: readonly { noun: ToldNoun; record_id: number }[],
  accountIds: readonly number[],
): Promise<{ noun: ToldNoun; record_id: number; account_id: number }[]> {
  if (accountIds.length === 0) return [];
  const branches = nounsOf(named).map(
    ([
      noun,
      ids,
    ]) => sql`select ${sql.lit(noun)} as noun, ${sql.ref(`${noun}.id`)} as record_id, account.id as account_id
      from ${sql.table(noun)} cross join account
      where ${sql.ref(`${noun}.id`)} in (${sql.join(ids)}) and account.id in (${sql.join([...accountIds])})
        and account.disabled_at is null and ${visibleToAccount(noun, noun, 'account.id')}`,
  );
  if (branches.length === 0) return [];
  type Pair = { noun: ToldNoun; record_id: number; account_id: number };
  return (await sql<Pair>`${sql.join(branches, sql` union all `)}`.execute(trx)).rows;
}

/** The record with this ref, where the actor may see it. */
export async function findVisibleToldRecord(
  db: Db,
  actor: Actor,
  noun: ToldNoun,
  ref: string,
): Promise<{ id: number } | undefined> {
  const found = await sql<{ id: number }>`select ${sql.ref(`${noun}.id`)} as id from ${sql.table(noun)}
    where ${sql.ref(`${noun}.ref`)} = ${ref} and ${visibleTo(actor, noun)}`.execute(db);
  return found.rows[0];
}

function nounsOf(named: readonly { noun: ToldNoun; record_id: number }[]): [ToldNoun, number[]][] {
  const byNoun = new Map<ToldNoun, Set<number>>();
  for (const { noun, record_id } of named) {
    const ids = byNoun.get(noun) ?? new Set<number>();
    byNoun.set(noun, ids.add(record_id));
  }
  return [...byNoun].map(([noun, ids]) => [noun, [...ids]]);
}
