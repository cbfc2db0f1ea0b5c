import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import type { Meaning } from '../schema/reference.ts';
import { readsRecords, visibleTo, type Actor } from '../visibility.ts';
import { ofNoArchived } from './advice-list.ts';
import { notSnoozed, type FollowUpRow } from './follow-up-glances.ts';

export interface FollowUpFilter {
  /** Theirs, merged; everybody's where it is left out. */
  assigneeIds?: readonly number[];
  /** What this colleague asked others to do. */
  askedById?: number;
  countryId?: number;
  workAreaId?: number;
  /** Snoozed: open, and put off until a day after `today`. */
  state: 'open' | 'snoozed' | 'done';
  /** The reader's day. */
  today: string;
}

export interface FollowUpPage {
  /** The place of the last row of the page before: its day (until when, of what is snoozed) and id. */
  after?: { on: string; id: number };
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
  const order = filter.state === 'done' ? sql`desc` : sql`asc`;
  // One index holds one meaning of one assignee in order of date: the branches are merged, each as long as the page.
  const people = filter.assigneeIds ?? [undefined];
  if (people.length === 0) return [];
  const meanings = filter.state === 'done' ? CLOSED : (['open'] as const);
  const branches = people.flatMap((assigneeId, index) =>
    meanings.map(
      (meaning) =>
        sql`select * from (${walk(actor, filter, assigneeId, meaning, page)}) as ${sql.id(`those_${meaning}_${index}`)}`,
    ),
  );
  const found = await sql<ListedFollowUp>`select follow_up.id, follow_up.ref, follow_up.interaction_id,
      follow_up.title, follow_up.due_on, follow_up.level, follow_up.assignee_id, account.name as assignee_name,
      follow_up.author_id, follow_up.owning_team_id, follow_up.snoozed_until, follow_up.recurrence,
      follow_up.priority, follow_up.done_at, doer.name as done_by_name
    from (${sql.join(branches, sql` union all `)}) as merged
    inner join follow_up on follow_up.id = merged.id
    inner join account on account.id = follow_up.assignee_id
    left join account as doer on doer.id = follow_up.done_by_id
    where ${visibleTo(actor, 'follow_up')}
    order by merged.place_on ${order}, merged.id ${order} limit ${page.limit}`.execute(db);
  return found.rows;
}

/** The index of an assignee, of an asker, of a country, of a work area or of all, walked by date. Rows: id, place_on. */
function walk(
  actor: Actor,
  filter: FollowUpFilter,
  assigneeId: number | undefined,
  meaning: Meaning,
  page: FollowUpPage,
): RawBuilder<unknown> {
  const { state, today, countryId, workAreaId, askedById } = filter;
  const own: RawBuilder<SqlBool>[] = [
    sql`follow_up.archived_at is null`,
    ofNoArchived('follow_up'),
    sql`${visibleTo(actor, 'follow_up')}`,
  ];
  if (state === 'open') own.push(notSnoozed(today));
  if (state === 'snoozed') own.push(sql`follow_up.snoozed_until > ${today}`);
  if (assigneeId !== undefined) own.push(sql`follow_up.assignee_id = ${assigneeId}`);
  if (askedById !== undefined) {
    own.push(sql`follow_up.author_id = ${askedById} and follow_up.assignee_id <> ${askedById}`);
  }
  // What is snoozed is little and has indexes of its own.
  const mayDrive = assigneeId === undefined && askedById === undefined && state !== 'snoozed';
  const driver = !mayDrive
    ? undefined
    : countryId !== undefined
      ? { table: sql.table('follow_up_country'), is: sql<SqlBool>`link.country_id = ${countryId}` }
      : workAreaId !== undefined
        ? { table: sql.table('follow_up_work_area'), is: sql<SqlBool>`link.work_area_id = ${workAreaId}` }
        : undefined;
  if (countryId !== undefined && !driver)
    own.push(sql`exists (select 1 from follow_up_country as place
      where place.follow_up_id = follow_up.id and place.country_id = ${countryId})`);
  if (workAreaId !== undefined && (!driver || countryId !== undefined)) {
    own.push(sql`exists (select 1 from follow_up_work_area as area
      where area.follow_up_id = follow_up.id and area.work_area_id = ${workAreaId})`);
  }
  const [on, id] = driver
    ? [sql`link.due_on`, sql`link.follow_up_id`]
    : [state === 'snoozed' ? sql`follow_up.snoozed_until` : sql`follow_up.due_on`, sql`follow_up.id`];
  const beyond = state === 'done' ? sql`<` : sql`>`;
  const place = page.after ? sql`and (${on}, ${id}) ${beyond} (${page.after.on}, ${page.after.id})` : sql``;
  const order = state === 'done' ? sql`desc` : sql`asc`;
  const ordered = sql`${place} order by ${on} ${order}, ${id} ${order} limit ${page.limit}`;
  const conditions = sql.join(own, sql` and `);
  return driver
    ? sql`select link.follow_up_id as id, link.due_on as place_on from ${driver.table} as link
        where ${driver.is} and link.meaning = ${meaning} and exists (select 1 from follow_up
          where follow_up.id = link.follow_up_id and ${conditions} limit 1 offset 0) ${ordered}`
    : sql`select follow_up.id, ${on} as place_on from follow_up
        where follow_up.meaning = ${meaning} and ${conditions} ${ordered}`;
}

/** How many of an account's open follow-ups are put off until a day after `today`. */
export async function countSnoozed(db: Db, actor: Actor, today: string): Promise<number> {
  if (!readsRecords(actor)) return 0;
  const row = await db
    .selectFrom('follow_up')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('follow_up.assignee_id', '=', actor.accountId)
    .where('follow_up.snoozed_until', '>', today)
    .where('follow_up.meaning', '=', 'open')
    .where('follow_up.archived_at', 'is', null)
    .where(ofNoArchived('follow_up'))
    .where(visibleTo(actor, 'follow_up'))
    .executeTakeFirstOrThrow();
  return row.count;
}
