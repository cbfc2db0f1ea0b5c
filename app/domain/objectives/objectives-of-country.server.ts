import { levelName } from '#db/levels.ts';
import { listOpenObjectivesIn } from '#db/queries/objective-links.ts';
import type { Context } from '../kernel/context.ts';
import { termLabel } from '../reference/labels.server.ts';

const MOST = 5;

/** The objectives of a country that are still open, those last moved first. */
export async function objectivesOfCountry(context: Context, countryId: number) {
  const rows = await listOpenObjectivesIn(context.db, context.actor, [countryId], MOST);
  return rows.map((row) => ({
    ref: row.ref,
    title: row.level === 3 ? '' : row.title,
    level: levelName(row.level),
    stage: termLabel(context, row.stage_id),
  }));
}
