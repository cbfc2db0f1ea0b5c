import type { StaffRow } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { areaLabels, countryLabel } from '../reference/labels.server.ts';

/** What can be chosen in the form of a follow-up. `near`: countries of the reader's own teams. */
export function followUpChoices(context: Context, staff: readonly StaffRow[]) {
  const { reference, actor } = context;
  return {
    assignees: staff.map(({ ref, name }) => ({ value: ref, label: name })),
    workAreas: areaLabels(
      context,
      reference.terms('work_area').map(({ id }) => id),
    ),
    countries: reference.countries.map(({ id, teamIds }) => ({
      ...countryLabel(context, id),
      near: teamIds.some((team) => actor.teamIds.includes(team)),
    })),
  };
}
