import type { Context } from '#app/domain/kernel/context.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { seededBytes, type World } from '../world.ts';
import type { Draw } from './random-records.ts';

/** Tells everybody of everything, hidden or not: what a change of level or of teams leaves behind. */
export async function tellEverybody(
  world: World,
  draw: Draw,
  seed: number,
  contexts: Context[],
): Promise<void> {
  const random = seededBytes(`told ${seed}`);
  const at = new Date().toISOString();
  for (const noun of [
    'interaction',
    'assessment',
    'advice',
    'commitment',
    'follow_up',
    'objective',
  ] as const) {
    const records = await world.db.selectFrom(noun).select('id').orderBy('id').execute();
    const rows = records.flatMap(({ id }) =>
      draw.some(contexts, 40).map(({ actor }) => ({
        ref: makeRef(random),
        account_id: actor.accountId,
        kind: draw.one(['mentioned', 'moved', 'assigned'] as const),
        noun,
        record_id: id,
        by_account_id: draw.one(contexts).actor.accountId,
        created_at: at,
        read_at: draw.chance(40) ? at : null,
      })),
    );
    if (rows.length > 0) await world.db.insertInto('notification').values(rows).execute();
  }
}
