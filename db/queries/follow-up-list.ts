import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import type { Meaning } from '../schema/reference.ts';
import { readsRecords, visibleTo, type Actor } from '../visibility.ts';
import { ofNoArchived } from './advice-list.ts';
import type { FollowUpRow } from './follow-up-glances.ts';

export interface FollowUpFilter {
  /** Nobody in particular where it is left out. */
  assigneeId?: number;
  countryId?: number;
  workAreaId?: number;
  open: boolean;
}

export interface FollowUpPage {
  /** The place of the last row of the page before. */
  after?: { due: string; id: number };
  limit: number;
}

export interface ListedFollowUp extends FollowUpRow {
  done_at: string | null;
  done_by_name: string | null;
}

const CLOSED: readonly Meaning[] = ['positive', 'negative', 'closed'];

/** A page of the register, the longest due first; of what is done, the latest due first. */
export async function listFollowUps(
  db: Db,
  actor: Actor,
  filter: FollowUpFilter,
  page: FollowUpPage,
): Promise<ListedFollowUp[]> {
  if (!readsRecords(actor)) return [];
  const order = filter.open ? sql`asc` : sql`desc`;
  // One index holds one meaning in order of date: what is done is merged from three, each no longer than the page.
  const branches = (filter.open ? (['open'] as const) : CLOSED).map(
    (meaning) => sql`select * from (${walk(actor, filter, meaning, page)}) as ${sql.id(`those_${meaning}`)}`,
  );
  const ids = sql`select id from (${sql.join(branches, sql` union all `)}) as merged
    order by due_on ${order}, id ${order} limit ${page.limit}`;
  const found = await sql<ListedFollowUp>`select follow_up.id, follow_up.ref, follow_up.interaction_id,
      follow_up.title, follow_up.due_on, follow_up.level, follow_up.assignee_id, account.name as assignee_name,
      follow_up.author_id, follow_up.owning_team_id, follow_up.done_at, doer.name as done_by_name
    from follow_up inner join account on account.id = follow_up.assignee_id
    left join account as doer on doer.id = follow_up.done_by_id
    where follow_up.id in (${ids}) and ${visibleTo(actor, 'follow_up')}
    order by follow_up.due_on ${order}, follow_up.id ${order}`.execute(db);
  return found.rows;
}

/** The index of an assignee, of a country, of a work area or of all, walked by date. Rows: id, due_on. */
function walk(
  actor: Actor,
  filter: FollowUpFilter,
  meaning: Meaning,
  page: FollowUpPage,
): RawBuilder<unknown> {
  const { assigneeId, countryId, workAreaId, open } = filter;
  const own: RawBuilder<SqlBool>[] = [
    sql`follow_up.archived_at is null`,
    ofNoArchived('follow_up'),
    sql`${visibleTo(actor, 'follow_up')}`,
  ];
  const driver =
    assigneeId !== undefined
      ? undefined
      : countryId !== undefined
        ? { table: sql.table('follow_up_country'), is: sql<SqlBool>`link.country_id = ${countryId}` }
        : workAreaId !== undefined
          ? { table: sql.table('follow_up_work_area'), is: sql<SqlBool>`link.work_area_id = ${workAreaId}` }
          : undefined;
  if (assigneeId !== undefined) own.push(sql`follow_up.assignee_id = ${assigneeId}`);
  if (countryId !== undefined && !driver)
    own.push(sql`exists (select 1 from follow_up_country as place
      where place.follow_up_id = follow_up.id and place.country_id = ${countryId})`);
  if (workAreaId !== undefined && (!driver || countryId !== undefined)) {
    own.push(sql`exists (select 1 from follow_up_work_area as area
      where area.follow_up_id = follow_up.id and area.work_area_id = ${workAreaId})`);
  }
  const [due, id] = driver
    ? [sql`link.due_on`, sql`link.follow_up_id`]
    : [sql`follow_up.due_on`, sql`follow_up.id`];
  const beyond = open ? sql`>` : sql`<`;
  const place = page.after ? sql`and (${due}, ${id}) ${beyond} (${page.after.due}, ${page.after.id})` : sql``;
  const order = open ? sql`asc` : sql`desc`;
  const ordered = sql`${place} order by ${due} ${order}, ${id} ${order} limit ${page.limit}`;
  const conditions = sql.join(own, sql` and `);
  return driver
    ? sql`select link.follow_up_id as id, link.due_on from ${driver.table} as link
        where ${driver.is} and link.meaning = ${meaning} and exists (select 1 from follow_up
          where follow_up.id = link.follow_up_id and ${conditions} limit 1 offset 0) ${ordered}`
    : sql`select follow_up.id, follow_up.due_on from follow_up
        where follow_up.meaning = ${meaning} and ${conditions} ${ordered}`;
}
