import { sql, type RawBuilder } from 'kysely';
import type { Trx } from './client.ts';

/**
 * Who may read what was born in a meeting or serves an objective. What has one parent has the level and the readers of
 * that. What has both has the stricter level and its readers; that these must read the other parent too is asked by
 * `visibleTo`, since no list of principals could say it.
 */

const CHILDREN = ['advice', 'commitment', 'follow_up'] as const;
/** Those that can have a meeting and an objective. */
const SHARED = ['advice', 'follow_up'] as const;

/** Another level is another version: what somebody is about to write was put into words, or sealed, for the one before. */
export const versionAtLevel = (level: RawBuilder<number>): RawBuilder<number> =>
  sql<number>`version + case when level = ${level} then 0 else 1 end`;

/** All that hangs on a meeting, whose own readers stand already. */
export async function writeChildrenOf(
  trx: Trx,
  interactionId: number,
  audience: { level: number; principals: number[] },
): Promise<void> {
  const level = sql<number>`${audience.level}`;
  for (const noun of CHILDREN) {
    const rows = await trx
      .updateTable(noun)
      .set({ level, version: versionAtLevel(level) })
      .where('interaction_id', '=', interactionId)
      .$if(noun !== 'commitment', (query) => query.where(sql.ref('objective_id'), 'is', null))
      .returning('id')
      .execute();
    const ids = rows.map((row) => row.id);
    await writeChildReaders(trx, noun, ids, audience.principals);
  }
  await writeSharedChildren(trx, { interactionIds: [interactionId] });
}

async function writeChildReaders(
  trx: Trx,
  noun: (typeof CHILDREN)[number],
  ids: number[],
  principals: number[],
): Promise<void> {
  if (ids.length === 0) return;
  const readers = sql.table(`${noun}_reader`);
  const key = sql.id(`${noun}_id`);
  await sql`delete from ${readers} where ${key} in (${sql.join(ids)})`.execute(trx);
  const pairs = ids.flatMap((id) => principals.map((principal) => sql`(${id}, ${principal})`));
  if (pairs.length > 0)
    await sql`insert into ${readers} (${key}, principal_id) values ${sql.join(pairs)}`.execute(trx);
}

/**
 * What has both parents, found by one of them. The readers of both parents stand already. Answers the ids of the advice
 * among it: it is to be counted anew.
 */
export async function writeSharedChildren(
  trx: Trx,
  of: { interactionIds: readonly number[] } | { objectiveId: number },
): Promise<number[]> {
  const those =
    'objectiveId' in of
      ? sql`child.objective_id = ${of.objectiveId} and child.interaction_id is not null`
      : sql`child.interaction_id in (${sql.join([...of.interactionIds])}) and child.objective_id is not null`;
  // Most meetings and objectives share nothing, and this runs at every save.
  const found = await sql<{ noun: string; id: number }>`
    select 'advice' as noun, child.id from advice as child where ${those}
    union all select 'follow_up', child.id from follow_up as child where ${those} order by 1, 2`.execute(trx);
  for (const noun of SHARED) {
    const ids = found.rows.filter((row) => row.noun === noun).map(({ id }) => id);
    if (ids.length > 0) await writeShared(trx, noun, sql.join(ids));
  }
  return found.rows.filter((row) => row.noun === 'advice').map(({ id }) => id);
}

async function writeShared(trx: Trx, noun: (typeof SHARED)[number], ids: RawBuilder<unknown>): Promise<void> {
  const table = sql.table(noun);
  const level = sql<number>`(select case when interaction.level > objective.level then interaction.level else objective.level end
    from interaction cross join objective
    where interaction.id = ${sql.ref(`${noun}.interaction_id`)} and objective.id = ${sql.ref(`${noun}.objective_id`)})`;
  await sql`update ${table} set level = ${level}, version = ${versionAtLevel(level)} where id in (${ids})`.execute(
    trx,
  );
  const [readers, key] = [sql.table(`${noun}_reader`), sql.id(`${noun}_id`)];
  await sql`delete from ${readers} where ${key} in (${ids})`.execute(trx);
  await sql`insert into ${readers} (${key}, principal_id)
    select child.id, reader.principal_id from ${table} as child
      inner join interaction on interaction.id = child.interaction_id and interaction.level = child.level
      inner join interaction_reader as reader on reader.interaction_id = interaction.id where child.id in (${ids})
    union all select child.id, reader.principal_id from ${table} as child
      inner join interaction on interaction.id = child.interaction_id and interaction.level < child.level
      inner join objective_reader as reader on reader.objective_id = child.objective_id where child.id in (${ids})`.execute(
    trx,
  );
}

/** A follow-up that comes of another has its parents, and so its readers. */
export async function copyFollowUpReaders(trx: Trx, fromId: number, toId: number): Promise<void> {
  const readers = await trx
    .selectFrom('follow_up_reader')
    .select('principal_id')
    .where('follow_up_id', '=', fromId)
    .execute();
  const rows = readers.map(({ principal_id }) => ({ follow_up_id: toId, principal_id }));
  if (rows.length > 0) await trx.insertInto('follow_up_reader').values(rows).execute();
}
