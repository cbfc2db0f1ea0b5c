import { sql } from 'kysely';
import type { Db } from '#db/client.ts';

/** For each table of counts: what it keeps, and the recount that it must equal. */
export const tallyRecounts: Record<string, [kept: string, counted: string]> = {
  interaction_tally: [
    `select circle_id, month, logged, held from interaction_tally where logged <> 0 or held <> 0`,
    `select circle_id, substr(occurred_on, 1, 7) as month, count(*) as logged,
        sum(case when state = 'held' then 1 else 0 end) as held
        from interaction where archived_at is null group by circle_id, substr(occurred_on, 1, 7)`,
  ],
  country_tally: [
    `select country_id, circle_id, month, logged, held from country_tally where logged <> 0 or held <> 0`,
    `select link.country_id, i.circle_id, substr(i.occurred_on, 1, 7) as month, count(*) as logged,
        sum(case when i.state = 'held' then 1 else 0 end) as held
        from interaction i inner join interaction_country link on link.interaction_id = i.id
        where i.archived_at is null group by link.country_id, i.circle_id, substr(i.occurred_on, 1, 7)`,
  ],
  country_area_tally: [
    `select country_id, circle_id, month, work_area_id, held from country_area_tally where held <> 0`,
    `select link.country_id, i.circle_id, substr(i.occurred_on, 1, 7) as month, area.work_area_id, count(*) as held
        from interaction i inner join interaction_country link on link.interaction_id = i.id
        inner join interaction_work_area area on area.interaction_id = i.id
        where i.archived_at is null and i.state = 'held'
        group by link.country_id, i.circle_id, substr(i.occurred_on, 1, 7), area.work_area_id`,
  ],
};

/** Compares the counts kept beside the interactions with a recount of all of them. Empty when they agree. */
export async function tallyFaults(db: Db): Promise<string[]> {
  const faults: string[] = [];
  for (const [table, queries] of Object.entries(tallyRecounts)) {
    const [kept, counted] = await Promise.all(
      queries.map(async (query) => {
        const rows = await sql.raw<Record<string, unknown>>(query).execute(db);
        return new Set(rows.rows.map((row) => JSON.stringify(Object.entries(row).sort())));
      }),
    );
    for (const row of kept ?? []) if (!counted?.has(row)) faults.push(`${table} keeps ${row}`);
    for (const row of counted ?? []) if (!kept?.has(row)) faults.push(`${table} lacks ${row}`);
  }
  return faults;
}
