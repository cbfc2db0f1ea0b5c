import { listStaff } from '#db/queries/staff.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { makeRef } from '../kernel/refs.ts';
import { Forbidden } from '../kernel/errors.ts';
import { countryNamed, instrumentChoices, termChoices, termNamed } from '../reference/filters.server.ts';
import { areaLabels, countryLabel, readingOf } from '../reference/labels.server.ts';
import { labelOf } from '../reference/reference.server.ts';
import { formOfObjective } from './form-of-objective.server.ts';
import { findChangeable } from './find-changeable.server.ts';
import type { ObjectiveForm } from './objective-form.ts';

/** An empty form, filled in from the address; throws Forbidden, or BadRequest for what is not in the lists. */
export async function startObjective(
  context: Context,
  asked: { country: string; track: string; workArea: string },
) {
  const { actor, reference } = context;
  if (!mayLogInteraction(actor)) throw new Forbidden();
  const country = countryNamed(context, asked.country);
  const track = termNamed(context, 'objective_track', asked.track);
  const area = termNamed(context, 'work_area', asked.workArea);
  const form: ObjectiveForm = {
    key: makeKey(context),
    version: '',
    title: '',
    country: country?.iso3 ?? '',
    workArea: area?.code ?? '',
    stage: track ? (reference.stagesOf(track.id)[0]?.code ?? '') : '',
    since: today(context),
    instrument: '',
    owner: actor.ref,
    target: '',
    nextStep: '',
    sensitivity: 'internal',
    readers: [],
  };
  return { form, choices: await offerChoices(context), reading: readingOf(context) };
}

/** The form of an objective that stands already. Throws NotFound, Forbidden or Conflict. */
export async function openObjectiveForm(context: Context, ref: string) {
  const row = await findChangeable(context, ref);
  if (row.level >= 2) {
    await recordOpening(context, {
      action: 'objective.opened',
      noun: 'objective',
      id: row.id,
      ref,
      changes: {},
    });
  }
  const form = await formOfObjective(context, row, makeKey(context));
  return { form, ref, choices: await offerChoices(context), reading: readingOf(context) };
}

export type ObjectiveStart = Awaited<ReturnType<typeof startObjective>>;

const makeKey = ({ random }: Context) => `${makeRef(random)}${makeRef(random)}`;

async function offerChoices(context: Context) {
  const { actor, db, reference } = context;
  const staff = await listStaff(db);
  const near = (teamIds: readonly number[]) => teamIds.some((team) => actor.teamIds.includes(team));
  return {
    countries: reference.countries
      .map(({ id, iso3, teamIds }) => ({
        value: iso3,
        label: countryLabel(context, id).name,
        group: near(teamIds) ? 'Countries of my teams' : 'Other countries',
      }))
      .sort((a, b) => a.group.localeCompare(b.group)),
    workAreas: areaLabels(
      context,
      reference.terms('work_area').map(({ id }) => id),
    ),
    tracks: reference.terms('objective_track').map((track) => ({
      code: track.code,
      label: labelOf(track.labels, actor.language),
      hint: labelOf(track.hints, actor.language),
      stages: reference.stagesOf(track.id).map((stage) => ({
        value: stage.code,
        label: labelOf(stage.labels, actor.language),
      })),
    })),
    instruments: instrumentChoices(context),
    staff: staff.map(({ ref, name }) => ({ value: ref, label: name })),
    levels: termChoices(context, 'sensitivity'),
  };
}
