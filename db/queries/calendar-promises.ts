import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import type { Side } from '../schema/promises.ts';
import { readsRecords, visibleTo, type Actor, type Walk } from '../visibility.ts';
import { ofNoArchived } from './advice-list.ts';
import type { CalendarFilter } from './calendar-walks.ts';

/** What of follow-ups and commitments is still open, by the day on which it is due, or until which it was put off. */

type Noun = 'follow_up' | 'commitment';

/**
 * One that was put off beyond its day stands on the day until which it was. That does not turn with the reader's
 * today, so that a feed says the same until something is done.
 */
const putOff = sql<SqlBool>`follow_up.snoozed_until > follow_up.due_on`;
const inTime = sql<SqlBool>`(follow_up.snoozed_until is null or follow_up.snoozed_until <= follow_up.due_on)`;

/** The indexes by date due, and by date put off until, that hold the visible open follow-ups of a calendar. */
export function followUpWalks(actor: Actor, filter: CalendarFilter): Walk[] {
  if (!readsRecords(actor)) return [];
  const { accountId, teamIds, countryId, workAreaId } = filter;
  const linked = (table: string, is: RawBuilder<SqlBool>, taken: keyof CalendarFilter): Walk => ({
    from: sql`${sql.table(table)} as link`,
    on: sql<string>`link.due_on`,
    id: sql<number>`link.follow_up_id`,
    where: sql<SqlBool>`${is} and link.meaning = 'open' and exists (select 1 from follow_up
      where follow_up.id = link.follow_up_id and ${inTime} and ${visibleConditions(actor, 'follow_up', filter, taken)} limit 1 offset 0)`,
  });
  const among = (is: RawBuilder<SqlBool>, taken: keyof CalendarFilter | null): Walk => ({
    from: sql`follow_up`,
    on: sql<string>`follow_up.due_on`,
    id: sql<number>`follow_up.id`,
    where: sql<SqlBool>`${is} and follow_up.meaning = 'open' and ${inTime} and ${visibleConditions(actor, 'follow_up', filter, taken)}`,
  });
  // What is put off is little: one walk for whatever is asked.
  const mine =
    accountId === undefined ? sql<SqlBool>`1 = 1` : sql<SqlBool>`follow_up.assignee_id = ${accountId}`;
  const later: Walk = {
    from: sql`follow_up`,
    on: sql<string>`follow_up.snoozed_until`,
    id: sql<number>`follow_up.id`,
    where: sql<SqlBool>`${mine} and follow_up.meaning = 'open' and ${putOff} and ${visibleConditions(actor, 'follow_up', filter, null)}`,
  };
  if (accountId !== undefined) return [among(mine, 'accountId'), later];
  if (countryId !== undefined)
    return [linked('follow_up_country', sql`link.country_id = ${countryId}`, 'countryId'), later];
  if (teamIds)
    return [...teamIds.map((id) => among(sql`follow_up.owning_team_id = ${id}`, 'teamIds')), later];
  if (workAreaId !== undefined)
    return [linked('follow_up_work_area', sql`link.work_area_id = ${workAreaId}`, 'workAreaId'), later];
  return [among(sql`1 = 1`, null), later];
}

/** The same of open commitments: those a colleague wrote down or made, those of teams, or all. */
export function commitmentWalks(actor: Actor, filter: CalendarFilter): Walk[] {
  if (!readsRecords(actor)) return [];
  const { accountId, teamIds } = filter;
  const among = (is: RawBuilder<SqlBool>, taken: keyof CalendarFilter | null): Walk => ({
    from: sql`commitment`,
    on: sql<string>`commitment.due_on`,
    id: sql<number>`commitment.id`,
    where: sql<SqlBool>`${is} and commitment.status = 'open' and ${visibleConditions(actor, 'commitment', filter, taken)}`,
  });
  if (accountId !== undefined) {
    return [
      among(sql`commitment.author_id = ${accountId}`, 'accountId'),
      among(sql`commitment.by_account_id = ${accountId}`, 'accountId'),
    ];
  }
  if (teamIds) return teamIds.map((id) => among(sql`commitment.owning_team_id = ${id}`, 'teamIds'));
  return [among(sql`1 = 1`, null)];
}

function visibleConditions(
  actor: Actor,
  noun: Noun,
  filter: CalendarFilter,
  taken: keyof CalendarFilter | null,
): RawBuilder<SqlBool> {
  const { teamIds, countryId, workAreaId } = filter;
  const of = (column: string) => sql.ref(`${noun}.${column}`);
  const found = [
    sql<SqlBool>`${of('archived_at')} is null`,
    ofNoArchived(noun),
    sql<SqlBool>`${visibleTo(actor, noun)}`,
  ];
  if (teamIds && taken !== 'teamIds')
    found.push(sql`${of('owning_team_id')} in (${sql.join(teamIds.length > 0 ? [...teamIds] : [-1])})`);
  if (countryId !== undefined && taken !== 'countryId') {
    found.push(sql`exists (select 1 from ${sql.table(`${noun}_country`)} as place
      where ${sql.ref(`place.${noun}_id`)} = ${of('id')} and place.country_id = ${countryId})`);
  }
  if (workAreaId !== undefined && taken !== 'workAreaId') {
    found.push(sql`exists (select 1 from ${sql.table(`${noun}_work_area`)} as area
      where ${sql.ref(`area.${noun}_id`)} = ${of('id')} and area.work_area_id = ${workAreaId})`);
  }
  return sql<SqlBool>`${sql.join(found, sql` and `)}`;
}

export interface CalendarPromise {
  id: number;
  ref: string;
  /** The record whose page tells of it, where it has none of its own. */
  interaction_ref: string | null;
  text: string;
  due_on: string;
  snoozed_until: string | null;
  who: string | null;
  side: Side | null;
  level: number;
  version: number;
  updated_at: string;
}

type Which = { ids: readonly number[] } | { ref: string };

/** What a calendar shows of some open follow-ups. Texts are as stored. */
export async function listCalendarFollowUps(db: Db, actor: Actor, which: Which): Promise<CalendarPromise[]> {
  if ('ids' in which && which.ids.length === 0) return [];
  const found = await sql<CalendarPromise>`select follow_up.id, follow_up.ref, null as interaction_ref,
      follow_up.title as text, follow_up.due_on, follow_up.snoozed_until, account.name as who, null as side, follow_up.level,
      follow_up.version, follow_up.updated_at
    from follow_up inner join account on account.id = follow_up.assignee_id
    where ${chosen('follow_up', which)} and follow_up.archived_at is null and follow_up.meaning = 'open'
      and ${ofNoArchived('follow_up')} and ${visibleTo(actor, 'follow_up')}`.execute(db);
  return found.rows;
}

/** The same of commitments. */
export async function listCalendarCommitments(
  db: Db,
  actor: Actor,
  which: Which,
): Promise<CalendarPromise[]> {
  if ('ids' in which && which.ids.length === 0) return [];
  const found =
    await sql<CalendarPromise>`select commitment.id, commitment.ref, interaction.ref as interaction_ref,
      commitment.body as text, commitment.due_on, null as snoozed_until, null as who, commitment.side, commitment.level,
      commitment.version, commitment.updated_at
    from commitment left join interaction on interaction.id = commitment.interaction_id
    where ${chosen('commitment', which)} and commitment.archived_at is null and commitment.status = 'open'
      and commitment.due_on is not null
      and ${ofNoArchived('commitment')} and ${visibleTo(actor, 'commitment')}`.execute(db);
  return found.rows;
}

function chosen(noun: Noun, which: Which): RawBuilder<SqlBool> {
  return 'ids' in which
    ? sql`${sql.ref(`${noun}.id`)} in (${sql.join([...which.ids])})`
    : sql`${sql.ref(`${noun}.ref`)} = ${which.ref}`;
}
