import { levelName } from '#db/levels.ts';
import { findVisibleObjective } from '#db/queries/objective-reads.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';

/** A meeting that pushes an objective begins with its country, work area and instrument, as closed as it. */
export async function startFromObjective({ db, actor, reference }: Context, ref: string) {
  const row = isRef(ref) ? await findVisibleObjective(db, actor, ref) : undefined;
  if (!row || row.archived_at !== null) throw new NotFound();
  return {
    countries: [reference.countryById(row.country_id).iso3],
    workAreas: [reference.termById(row.work_area_id).code],
    instruments: row.instrument_id === null ? [] : [reference.instrumentById(row.instrument_id).code],
    sensitivity: levelName(row.level),
  };
}
