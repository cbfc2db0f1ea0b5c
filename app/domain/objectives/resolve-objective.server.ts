import { levelNumber, type Level } from '#db/levels.ts';
import { listStaff } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { today } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { spokenCode } from '../reference/labels.server.ts';
import type { Term } from '../reference/reference.server.ts';
import type { ObjectiveForm } from './objective-form.ts';

/** The form with ids in the place of codes and refs. */
export interface ResolvedObjective {
  countryId: number;
  workAreaId: number;
  instrumentId: number | null;
  ownerId: number;
  level: number;
  readerIds: number[];
}

export type Resolution<T> = { ok: true; resolved: T } | { ok: false; errors: FormErrors };

/** Looks up what a form names. `trackId`: the set of stages, which may ask for an instrument of its own. */
export async function resolveObjective(
  context: Context,
  form: ObjectiveForm,
  trackId: number,
): Promise<Resolution<ResolvedObjective>> {
  const { reference, db } = context;
  const errors: FormErrors = {};
  const country = reference.findCountry(form.country);
  if (!country) errors['country'] = 'Choose a country from the list.';
  const area = reference.findTerm('work_area', form.workArea);
  if (!area) errors['workArea'] = 'Choose a work area from the list.';
  const instrument = instrumentFor(context, form, trackId);
  if (typeof instrument === 'string') errors['instrument'] = instrument;
  const staff = await listStaff(db);
  const owner = staff.find(({ ref }) => ref === form.owner);
  if (!owner) errors['owner'] = 'Choose a colleague from the list.';
  const readers = form.readers.map((ref) => staff.find((one) => one.ref === ref)?.id);
  if (readers.includes(undefined)) errors['readers'] = 'Choose readers from the list.';
  if (!country || !area || !owner || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    resolved: {
      countryId: country.id,
      workAreaId: area.id,
      instrumentId: typeof instrument === 'number' ? instrument : null,
      ownerId: owner.id,
      level: levelNumber(form.sensitivity as Level),
      readerIds: readers.filter((id) => id !== undefined),
    },
  };
}

/** The id of the instrument, null for none, or what is wrong. Stages about one treaty bring it along. */
function instrumentFor(
  { reference }: Context,
  { instrument: code }: ObjectiveForm,
  trackId: number,
): number | null | string {
  const stages = new Set(reference.stagesOf(trackId).map(({ id }) => id));
  const facts = reference.stageFacts.filter((fact) => stages.has(fact.stage_id));
  const fitting = [...new Set(facts.map((fact) => fact.instrument_id))];
  const [only, another] = fitting;
  if (code === '') {
    if (only === undefined) return null;
    return another === undefined ? only : 'Choose the treaty that these stages are about.';
  }
  const found = reference.findInstrument(code);
  if (!found) return 'Choose an instrument from the list.';
  if (only === undefined || fitting.includes(found.id)) return found.id;
  if (another !== undefined) return 'This is no treaty that a State can ratify. Choose another.';
  return `These stages are about the ${spokenCode(reference.instrumentById(only).code)}. Choose it, or other stages.`;
}

/** The stage at which a new objective begins, and since when. */
export function resolveStart(
  context: Context,
  form: ObjectiveForm,
): Resolution<{ stage: Term; trackId: number }> {
  const stage = context.reference.findTerm('objective_stage', form.stage);
  const errors: FormErrors = {};
  if (!stage || stage.retiredOn !== null) errors['stage'] = 'Choose a stage from the list.';
  if (form.since > today(context)) errors['since'] = 'Enter a day that is not in the future.';
  if (!stage?.parentId || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, resolved: { stage, trackId: stage.parentId } };
}

/** The actor's team that covers the country, or the first of theirs. */
export function owningTeamFor({ reference, actor }: Context, countryId: number): number {
  const covering = reference.countryById(countryId).teamIds;
  return actor.teamIds.find((id) => covering.includes(id)) ?? actor.teamIds[0] ?? 0;
}
