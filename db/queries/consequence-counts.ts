import { sql } from 'kysely';
import type { Db } from '../client.ts';
import { prepared } from '../prepared.ts';
import { visibleTo, type Actor } from '../visibility.ts';

export interface Consequences {
  advice: number;
  commitments: number;
  followUps: number;
}

/** How many pieces of advice, commitments and follow-ups came of each of some interactions the actor sees. */
export async function countVisibleConsequences(
  db: Db,
  actor: Actor,
  ids: readonly number[],
): Promise<Map<number, Consequences>> {
  const counts = new Map(ids.map((id) => [id, { advice: 0, commitments: 0, followUps: 0 }]));
  if (ids.length === 0) return counts;
  for (const row of await consequences(db, { actor, ids })) {
    const found = counts.get(row.id);
    if (!found) continue;
    if (row.noun === 'advice') found.advice = row.n;
    else if (row.noun === 'commitment') found.commitments = row.n;
    else found.followUps = row.n;
  }
  return counts;
}

const consequences = prepared<
  { actor: Actor; ids: readonly number[] },
  { id: number; noun: string; n: number }
>(({ actor, ids }) => {
  const branch = (
    noun: 'advice' | 'commitment' | 'follow_up',
  ) => sql`select interaction_id as id, ${sql.lit(noun)} as noun, count(*) as n
    from ${sql.table(noun)} as child where interaction_id in (${sql.join([...ids])}) and archived_at is null
      and ${visibleTo(actor, noun, 'child')} group by interaction_id`;
  return sql`${branch('advice')} union all ${branch('commitment')} union all ${branch('follow_up')}`;
});
