import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { Priority, Recurrence } from '../schema/promises.ts';
import { readsRecords, visibleTo, type Actor } from '../visibility.ts';
import { ofNoArchived } from './advice-list.ts';
import { meetingsWith } from './commitment-list.ts';

/** Open follow-ups as other pages show them: the desk, a partner, a work area. */

export type FollowUpsOf =
  | { assigneeId: number; dueUntil: string; today: string }
  | { organisationId: number }
  | { personId: number }
  | { countryId: number }
  | { objectiveId: number }
  | { workAreaId: number; countryId?: number };

/** Not put off until a day after the reader's. */
export const notSnoozed = (today: string): RawBuilder<SqlBool> =>
  sql`(follow_up.snoozed_until is null or follow_up.snoozed_until <= ${today})`;

export interface FollowUpRow {
  id: number;
  ref: string;
  interaction_id: number | null;
  title: string;
  due_on: string;
  level: number;
  assignee_id: number;
  assignee_name: string;
  author_id: number;
  owning_team_id: number;
  snoozed_until: string | null;
  recurrence: Recurrence | null;
  priority: Priority;
}

/** The longest due first. */
export async function listOpenFollowUps(
  db: Db,
  actor: Actor,
  of: FollowUpsOf,
  limit: number,
): Promise<FollowUpRow[]> {
  if (!readsRecords(actor)) return [];
  return isOfCountry(of)
    ? openInCountry(db, { actor, countryId: of.countryId, limit })
    : openFollowUps(db, actor, sql.ref('follow_up.due_on'), sql.ref('follow_up.id'))
        .where(matching(actor, of))
        .limit(limit)
        .execute();
}

/** Those of a country stand by date due in the index of its own link; the rest walk the follow-ups themselves. */
const openInCountry = prepared<{ actor: Actor; countryId: number; limit: number }, FollowUpRow>(
  ({ actor, countryId, limit }, _shape, db) =>
    openFollowUps(db, actor, sql.ref('place.due_on'), sql.ref('place.follow_up_id'))
      .innerJoin('follow_up_country as place', 'place.follow_up_id', 'follow_up.id')
      .where('place.country_id', '=', countryId)
      .where('place.meaning', '=', 'open')
      .limit(limit),
);

function openFollowUps(db: Db, actor: Actor, on: RawBuilder<unknown>, id: RawBuilder<unknown>) {
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
      'follow_up.snoozed_until',
      'follow_up.recurrence',
      'follow_up.priority',
    ])
    .where('follow_up.meaning', '=', 'open')
    .where('follow_up.archived_at', 'is', null)
    .where(ofNoArchived('follow_up'))
    .where(visibleTo(actor, 'follow_up'))
    .orderBy(on)
    .orderBy(id);
}

const isOfCountry = (of: FollowUpsOf): of is { countryId: number } =>
  'countryId' in of && !('workAreaId' in of);

/** How many of an account's open follow-ups are due by today, without those put off until later. */
export async function countDueFollowUps(db: Db, actor: Actor, today: string): Promise<number> {
  if (!readsRecords(actor)) return 0;
  const row = await db
    .selectFrom('follow_up')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('follow_up.meaning', '=', 'open')
    .where('follow_up.archived_at', 'is', null)
    .where('follow_up.assignee_id', '=', actor.accountId)
    .where('follow_up.due_on', '<=', today)
    .where(notSnoozed(today))
    .where(ofNoArchived('follow_up'))
    .where(visibleTo(actor, 'follow_up'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function matching(actor: Actor, of: FollowUpsOf): RawBuilder<SqlBool> {
  if ('assigneeId' in of) {
    return sql`(follow_up.assignee_id = ${of.assigneeId} and follow_up.due_on <= ${of.dueUntil}
      and ${notSnoozed(of.today)})`;
  }
  if ('objectiveId' in of) return sql`follow_up.objective_id = ${of.objectiveId}`;
  if ('workAreaId' in of) {
    const inCountry = of.countryId === undefined ? sql`` : sql`and ${concerns(of.countryId)}`;
    return sql`(exists (select 1 from follow_up_work_area as area
      where area.follow_up_id = follow_up.id and area.work_area_id = ${of.workAreaId}) ${inCountry})`;
  }
  if ('countryId' in of) return concerns(of.countryId);
  return sql`follow_up.interaction_id in ${meetingsWith(actor, of)}`;
}

function concerns(countryId: number): RawBuilder<SqlBool> {
  return sql`follow_up.id in (select follow_up_id from follow_up_country
    where country_id = ${countryId} and meaning = 'open')`;
}
