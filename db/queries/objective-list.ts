import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import type { Meaning } from '../schema/reference.ts';
import { readsRecords, visibleAtLevel, visibleTo, type Actor } from '../visibility.ts';

export interface ObjectiveFilter {
  trackId?: number | undefined;
  stageId?: number | undefined;
  /** One country, or those of a region. */
  countryIds?: readonly number[] | undefined;
  workAreaId?: number | undefined;
  ownerId?: number | undefined;
  level?: number | undefined;
  /** Open, and not moved since before this day, 'YYYY-MM-DD'. */
  stalledSince?: string | undefined;
  /** Only those that are still open. */
  open?: boolean | undefined;
}

export interface ObjectiveRow {
  id: number;
  ref: string;
  title: string;
  country_id: number;
  work_area_id: number;
  instrument_id: number | null;
  track_id: number;
  stage_id: number;
  meaning: Meaning;
  moved_on: string;
  target_on: string | null;
  next_step: string | null;
  level: number;
  version: number;
  owner_id: number;
  owner_name: string;
  author_id: number;
  owning_team_id: number;
}

const columns = sql`objective.id, objective.ref, objective.title, objective.country_id, objective.work_area_id,
  objective.instrument_id, objective.track_id, objective.stage_id, objective.meaning, objective.moved_on,
  objective.target_on, objective.next_step, objective.level, objective.version, objective.owner_id,
  owner.name as owner_name, objective.author_id, objective.owning_team_id`;

function matching(actor: Actor, filter: ObjectiveFilter): RawBuilder<SqlBool> {
  const { trackId, stageId, countryIds, workAreaId, ownerId, level, stalledSince, open } = filter;
  const conditions: RawBuilder<unknown>[] = [
    sql`objective.archived_at is null`,
    level === undefined
      ? sql`${visibleTo(actor, 'objective')}`
      : sql`${visibleAtLevel(actor, 'objective', level)}`,
  ];
  if (trackId !== undefined) conditions.push(sql`objective.track_id = ${trackId}`);
  if (stageId !== undefined) conditions.push(sql`objective.stage_id = ${stageId}`);
  if (countryIds) conditions.push(sql`objective.country_id in (${sql.join([...countryIds, -1])})`);
  if (workAreaId !== undefined) conditions.push(sql`objective.work_area_id = ${workAreaId}`);
  if (ownerId !== undefined) conditions.push(sql`objective.owner_id = ${ownerId}`);
  if (stalledSince !== undefined || open) conditions.push(sql`objective.meaning = 'open'`);
  if (stalledSince !== undefined) conditions.push(sql`objective.moved_on <= ${stalledSince}`);
  return sql`${sql.join(conditions, sql` and `)}`;
}

/** The board: of each stage the first few, those that stand there longest last. */
export async function listBoard(
  db: Db,
  actor: Actor,
  filter: ObjectiveFilter & { trackId: number },
  stageIds: readonly number[],
  perStage: number,
): Promise<ObjectiveRow[]> {
  if (!readsRecords(actor) || stageIds.length === 0) return [];
  const branches = stageIds.map(
    (stageId) => sql`select * from (select objective.id from objective
      where ${matching(actor, { ...filter, stageId })}
      order by objective.moved_on desc, objective.id desc limit ${perStage}) as ${sql.id(`stage_${stageId}`)}`,
  );
  const found = await sql<ObjectiveRow>`select ${columns}
    from objective inner join account as owner on owner.id = objective.owner_id
    where objective.id in (${sql.join(branches, sql` union all `)}) and ${visibleTo(actor, 'objective')}
    order by objective.moved_on desc, objective.id desc`.execute(db);
  return found.rows;
}

/** How many stand at each stage. */
export async function countByStage(
  db: Db,
  actor: Actor,
  filter: ObjectiveFilter & { trackId: number },
): Promise<Map<number, number>> {
  if (!readsRecords(actor)) return new Map();
  const counted = await sql<{ stage_id: number; count: number }>`
    select objective.stage_id, count(*) as count from objective
    where ${matching(actor, filter)} and ${visibleTo(actor, 'objective')} group by objective.stage_id`.execute(
    db,
  );
  return new Map(counted.rows.map((row) => [row.stage_id, row.count]));
}

export const OBJECTIVE_SORTS = ['moved_desc', 'moved_asc', 'target_asc'] as const;
export type ObjectiveSort = (typeof OBJECTIVE_SORTS)[number];

export interface ObjectivePage {
  sort: ObjectiveSort;
  /** The last row of the page before. */
  after?: { moved_on: string; target_on: string | null; id: number } | undefined;
  limit: number;
}

/** Those without a target stand after all that have one. */
const NO_TARGET = '9999-12-31';

/** A page of the table twin. */
export async function listObjectives(
  db: Db,
  actor: Actor,
  filter: ObjectiveFilter,
  page: ObjectivePage,
): Promise<ObjectiveRow[]> {
  if (!readsRecords(actor)) return [];
  // the same literal as in the index over it
  const target = sql`coalesce(objective.target_on, '9999-12-31')`;
  const by = page.sort === 'target_asc' ? target : sql`objective.moved_on`;
  const [order, beyond] = page.sort === 'moved_desc' ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const at =
    page.after && (page.sort === 'target_asc' ? (page.after.target_on ?? NO_TARGET) : page.after.moved_on);
  const place = page.after ? sql`and (${by}, objective.id) ${beyond} (${at}, ${page.after.id})` : sql``;
  const found = await sql<ObjectiveRow>`select ${columns}
    from objective inner join account as owner on owner.id = objective.owner_id
    where ${matching(actor, filter)} and ${visibleTo(actor, 'objective')} ${place}
    order by ${by} ${order}, objective.id ${order} limit ${page.limit}`.execute(db);
  return found.rows;
}
