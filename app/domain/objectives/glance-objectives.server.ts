import { levelName, type Level } from '#db/levels.ts';
import type { ObjectiveRow } from '#db/queries/objective-list.ts';
import type { Meaning } from '#db/schema/reference.ts';
import { today, type Context } from '../kernel/context.ts';
import {
  areaLabels,
  countryLabel,
  spokenCode,
  termLabel,
  type AreaLabel,
} from '../reference/labels.server.ts';
import { checkObjectives, type ObjectiveCheck } from './check-objectives.server.ts';
import { mayChangeObjective } from './policy.ts';
import { stalledDays } from './stalled.ts';

/** An objective in a list or on the board. The words of a sealed one are not here: reading them is recorded. */
export interface ObjectiveGlance {
  ref: string;
  /** '' where it is sealed, and so is the next step. */
  title: string;
  nextStep: string;
  level: Level;
  country: { iso3: string; name: string };
  area: AreaLabel | null;
  instrument: string | null;
  track: string;
  stage: string;
  stageLabel: string;
  meaning: Meaning;
  version: number;
  movedOn: string;
  /** Days without a move; null where it is not open. */
  stalled: number | null;
  targetOn: string | null;
  owner: string;
  mine: boolean;
  mayMove: boolean;
  check: ObjectiveCheck | null;
}

export async function glanceObjectives(
  context: Context,
  rows: readonly ObjectiveRow[],
): Promise<ObjectiveGlance[]> {
  const { actor, reference } = context;
  const checks = await checkObjectives(context, rows);
  const day = today(context);
  return rows.map((row) => {
    const level = levelName(row.level);
    const isSealed = level === 'sealed';
    return {
      ref: row.ref,
      title: isSealed ? '' : row.title,
      nextStep: isSealed ? '' : (row.next_step ?? ''),
      level,
      country: countryLabel(context, row.country_id),
      area: areaLabels(context, [row.work_area_id])[0] ?? null,
      instrument:
        row.instrument_id === null ? null : spokenCode(reference.instrumentById(row.instrument_id).code),
      track: reference.termById(row.track_id).code,
      stage: reference.termById(row.stage_id).code,
      stageLabel: termLabel(context, row.stage_id),
      meaning: row.meaning,
      version: row.version,
      movedOn: row.moved_on,
      stalled: stalledDays(row.meaning, row.moved_on, day),
      targetOn: row.target_on,
      owner: row.owner_name,
      mine: row.owner_id === actor.accountId,
      mayMove: mayChangeObjective(actor, row),
      check: checks.get(row.ref) ?? null,
    };
  });
}
