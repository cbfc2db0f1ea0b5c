import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import type { InteractionState } from '../schema/interactions.ts';
import { readsRecords, visibleTo, visibleWalks, type Actor, type Walk } from '../visibility.ts';
import type { CalendarFilter, Span } from './calendar-walks.ts';

const [ON, ID] = [sql<string>`interaction.occurred_on`, sql<number>`interaction.id`];

/** The indexes by date that hold the visible interactions of a calendar. */
export function interactionWalks(actor: Actor, filter: CalendarFilter): Walk[] {
  if (!readsRecords(actor)) return [];
  const { accountId, teamIds, countryId, workAreaId } = filter;
  const own = (taken: keyof CalendarFilter | null) => conditions(actor, filter, taken);
  const linked = (table: string, is: RawBuilder<SqlBool>, taken: keyof CalendarFilter): Walk => ({
    from: sql`${sql.table(table)} as link`,
    on: sql<string>`link.occurred_on`,
    id: sql<number>`link.interaction_id`,
    where: sql<SqlBool>`${is} and exists (select 1 from interaction
      where interaction.id = link.interaction_id and ${own(taken)} limit 1 offset 0)`,
  });
  const among = (is: RawBuilder<SqlBool>, taken: keyof CalendarFilter): Walk => ({
    from: sql`interaction`,
    on: ON,
    id: ID,
    where: sql<SqlBool>`${is} and ${own(taken)}`,
  });
  if (accountId !== undefined) {
    return [
      among(sql`interaction.author_id = ${accountId}`, 'accountId'),
      linked('interaction_staff', sql`link.account_id = ${accountId}`, 'accountId'),
    ];
  }
  if (countryId !== undefined)
    return [linked('interaction_country', sql`link.country_id = ${countryId}`, 'countryId')];
  if (teamIds) return teamIds.map((id) => among(sql`interaction.owning_team_id = ${id}`, 'teamIds'));
  if (workAreaId !== undefined)
    return [linked('interaction_work_area', sql`link.work_area_id = ${workAreaId}`, 'workAreaId')];
  return visibleWalks(actor);
}

/** What each row must be, besides what the index that is walked says already. */
function conditions(
  actor: Actor,
  filter: CalendarFilter,
  taken: keyof CalendarFilter | null,
): RawBuilder<SqlBool> {
  const { accountId, teamIds, countryId, workAreaId } = filter;
  const found = [
    sql<SqlBool>`interaction.archived_at is null`,
    sql<SqlBool>`${visibleTo(actor, 'interaction')}`,
  ];
  if (accountId !== undefined && taken !== 'accountId') {
    found.push(sql`(interaction.author_id = ${accountId} or exists (select 1 from interaction_staff as staff
      where staff.interaction_id = interaction.id and staff.account_id = ${accountId}))`);
  }
  if (teamIds && taken !== 'teamIds') found.push(sql`interaction.owning_team_id in (${list(teamIds)})`);
  if (countryId !== undefined && taken !== 'countryId') {
    found.push(sql`exists (select 1 from interaction_country as place
      where place.interaction_id = interaction.id and place.country_id = ${countryId})`);
  }
  if (workAreaId !== undefined && taken !== 'workAreaId') {
    found.push(sql`exists (select 1 from interaction_work_area as area
      where area.interaction_id = interaction.id and area.work_area_id = ${workAreaId})`);
  }
  return sql<SqlBool>`${sql.join(found, sql` and `)}`;
}

const list = (ids: readonly number[]) => sql.join(ids.length > 0 ? [...ids] : [-1]);

export interface RunningPlace {
  id: number;
  on: string;
  until: string;
}

/**
 * Visible interactions of several days that touch a span. One that ends later than `latest` is shown on its first day
 * only: the index by last day would otherwise be walked to its end.
 */
export async function listRunning(
  db: Db,
  actor: Actor,
  filter: CalendarFilter,
  span: Span & { latest: string },
  limit: number,
): Promise<RunningPlace[]> {
  if (!readsRecords(actor)) return [];
  const rows = await sql<RunningPlace>`select interaction.id, interaction.occurred_on as "on",
      interaction.ended_on as until from interaction
    where interaction.ended_on >= ${span.from} and interaction.ended_on <= ${span.latest}
      and interaction.occurred_on <= ${span.to} and interaction.occurred_on < interaction.ended_on
      and ${conditions(actor, filter, null)} and ${visibleTo(actor, 'interaction')}
    order by interaction.ended_on, interaction.id limit ${limit}`.execute(db);
  return rows.rows;
}

export interface CalendarInteraction {
  id: number;
  ref: string;
  kind_id: number;
  state: InteractionState;
  occurred_on: string;
  ended_on: string | null;
  occurred_time: string | null;
  zone: string | null;
  place: string | null;
  summary: string;
  level: number;
  version: number;
  updated_at: string;
}

/** What a calendar shows of some interactions. Texts are as stored. */
export async function listCalendarInteractions(
  db: Db,
  actor: Actor,
  which: { ids: readonly number[] } | { ref: string },
): Promise<CalendarInteraction[]> {
  if ('ids' in which && which.ids.length === 0) return [];
  return db
    .selectFrom('interaction')
    .select(['id', 'ref', 'kind_id', 'state', 'occurred_on', 'ended_on', 'occurred_time', 'zone', 'place'])
    .select(['summary', 'level', 'version', 'updated_at'])
    .where((eb) => ('ids' in which ? eb('id', 'in', [...which.ids]) : eb('ref', '=', which.ref)))
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'interaction'))
    .execute();
}
