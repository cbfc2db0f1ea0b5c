import { sql } from 'kysely';
import type { Db } from '../client.ts';
import { readsRecords, visibleTo, type Actor } from '../visibility.ts';
import { ofNoArchived } from './advice-list.ts';

export interface FollowUpFilter {
  /** Nobody in particular where it is left out. */
  assigneeId?: number;
  countryId?: number;
  workAreaId?: number;
  open: boolean;
}

/** A page of the register, the longest due first; what is done, latest due first. */
export async function listFollowUps(
  db: Db,
  actor: Actor,
  filter: FollowUpFilter,
  page: { after?: { due: string; id: number }; limit: number },
) {
  if (!readsRecords(actor)) return [];
  const order = filter.open ? 'asc' : 'desc';
  const { after } = page;
  return db
    .selectFrom('follow_up')
    .innerJoin('account', 'account.id', 'follow_up.assignee_id')
    .select([
      'follow_up.id',
      'follow_up.ref',
      'follow_up.interaction_id',
      'follow_up.title',
      'follow_up.due_on',
      'follow_up.level',
      'follow_up.assignee_id',
      'account.name as assignee_name',
      'follow_up.author_id',
      'follow_up.owning_team_id',
    ])
    .where('follow_up.meaning', filter.open ? '=' : '<>', 'open')
    .where('follow_up.archived_at', 'is', null)
    .where(ofNoArchived('follow_up'))
    .where(visibleTo(actor, 'follow_up'))
    .$if(filter.assigneeId !== undefined, (query) =>
      query.where('follow_up.assignee_id', '=', filter.assigneeId ?? -1),
    )
    .$if(filter.countryId !== undefined, (query) =>
      query.where(sql<boolean>`exists (select 1 from follow_up_country as link
        where link.follow_up_id = follow_up.id and link.country_id = ${filter.countryId ?? -1})`),
    )
    .$if(filter.workAreaId !== undefined, (query) =>
      query.where(sql<boolean>`exists (select 1 from follow_up_work_area as link
        where link.follow_up_id = follow_up.id and link.work_area_id = ${filter.workAreaId ?? -1})`),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        filter.open
          ? sql<boolean>`(follow_up.due_on, follow_up.id) > (${after?.due ?? ''}, ${after?.id ?? 0})`
          : sql<boolean>`(follow_up.due_on, follow_up.id) < (${after?.due ?? ''}, ${after?.id ?? 0})`,
      ),
    )
    .orderBy('follow_up.due_on', order)
    .orderBy('follow_up.id', order)
    .limit(page.limit)
    .execute();
}
