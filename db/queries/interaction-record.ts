import type { Db } from '../client.ts';
import { visibleTo, type Actor } from '../visibility.ts';

export interface ChildIds {
  advice: number[];
  commitment: number[];
  follow_up: number[];
  attachment: number[];
}

/** What ever hung on an interaction, as far as the actor sees it; removed rows too, whose history remains. */
export async function listVisibleChildIds(db: Db, actor: Actor, interactionId: number): Promise<ChildIds> {
  const rows = await db
    .selectFrom('advice')
    .select((eb) => ['id', eb.val('advice').as('noun')])
    .where('interaction_id', '=', interactionId)
    .where(visibleTo(actor, 'advice'))
    .unionAll(
      db
        .selectFrom('commitment')
        .select((eb) => ['id', eb.val('commitment').as('noun')])
        .where('interaction_id', '=', interactionId)
        .where(visibleTo(actor, 'commitment')),
    )
    .unionAll(
      db
        .selectFrom('follow_up')
        .select((eb) => ['id', eb.val('follow_up').as('noun')])
        .where('interaction_id', '=', interactionId)
        .where(visibleTo(actor, 'follow_up')),
    )
    .unionAll(
      db
        .selectFrom('attachment')
        .select((eb) => ['id', eb.val('attachment').as('noun')])
        .where('interaction_id', '=', interactionId)
        .where(visibleTo(actor, 'attachment')),
    )
    .execute();
  const of = (noun: string) => rows.filter((row) => row.noun === noun).map((row) => row.id);
  return {
    advice: of('advice'),
    commitment: of('commitment'),
    follow_up: of('follow_up'),
    attachment: of('attachment'),
  };
}
