import { levelName } from '#db/levels.ts';
import { listObjectiveReaders, type ObjectiveRecord } from '#db/queries/objective-reads.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import type { ObjectiveForm } from './objective-form.ts';

/** An objective as its form holds it. */
export async function formOfObjective(
  { db, keys, reference }: Context,
  row: ObjectiveRecord,
  key: string,
): Promise<ObjectiveForm> {
  const readerIds = await listObjectiveReaders(db, row.id);
  const names = await listAccountNames(db, [row.owner_id, ...readerIds]);
  const refOf = (id: number) => names.find((one) => one.id === id)?.ref ?? '';
  return {
    key,
    version: String(row.version),
    title: readText(keys, row.level, `objective|title|${row.ref}`, row.title),
    country: reference.countryById(row.country_id).iso3,
    workArea: reference.termById(row.work_area_id).code,
    stage: '',
    since: '',
    instrument: row.instrument_id === null ? '' : reference.instrumentById(row.instrument_id).code,
    owner: refOf(row.owner_id),
    target: row.target_on ?? '',
    nextStep:
      row.next_step === null
        ? ''
        : readText(keys, row.level, `objective|next_step|${row.ref}`, row.next_step),
    sensitivity: levelName(row.level),
    readers: readerIds.map(refOf).sort(),
  };
}
