import { sql } from 'kysely';
import type { Db } from '../client.ts';
import { readsRecords, visibleTo, type Actor } from '../visibility.ts';
import { ofNoArchived } from './advice-list.ts';

export type FollowUpsToMove = { refs: readonly string[] } | { interactionId: number; countryId?: number };

/** Open follow-ups that can be moved together: those named, or those of a meeting or mission and of its parts. */
export async function listMovable(db: Db, actor: Actor, which: FollowUpsToMove, limit: number) {
  if (!readsRecords(actor)) return [];
  return db
    .selectFrom('follow_up')
    .innerJoin('account', 'account.id', 'follow_up.assignee_id')
    .selectAll('follow_up')
    .select('account.name as assignee_name')
    .where('follow_up.meaning', '=', 'open')
    .where('follow_up.archived_at', 'is', null)
    .$if('refs' in which, (query) =>
      query.where('follow_up.ref', 'in', 'refs' in which && which.refs.length > 0 ? [...which.refs] : ['']),
    )
    .$if('interactionId' in which, (query) =>
      query.where(
        sql<boolean>`follow_up.interaction_id in (select meeting.id from interaction as meeting
          where meeting.id = ${'interactionId' in which ? which.interactionId : -1}
            or meeting.part_of_id = ${'interactionId' in which ? which.interactionId : -1})`,
      ),
    )
    .$if('countryId' in which, (query) =>
      query.where(
        sql<boolean>`exists (select 1 from follow_up_country as place where place.follow_up_id = follow_up.id
          and place.country_id = ${'countryId' in which ? which.countryId : -1})`,
      ),
    )
    .where(ofNoArchived('follow_up'))
    .where(visibleTo(actor, 'follow_up'))
    .orderBy('follow_up.due_on')
    .orderBy('follow_up.id')
    .limit(limit)
    .execute();
}
