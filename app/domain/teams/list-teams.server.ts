import { listTeamMembers } from '#db/queries/teams.ts';
import { requireAdministrator } from '../accounts/policy.ts';
import type { Context } from '../kernel/context.ts';
import { countryLabels, readingOf } from '../reference/labels.server.ts';

/** Every team with its countries and people. Throws Forbidden. */
export async function listTeams(context: Context) {
  const { actor, db, reference } = context;
  requireAdministrator(actor);
  const members = await listTeamMembers(db);
  return {
    teams: reference.teams.map(({ id, ref, name }) => ({
      ref,
      name,
      countries: countryLabels(
        context,
        reference.countries.filter(({ teamIds }) => teamIds.includes(id)).map((country) => country.id),
      ).map((country) => country.name),
      members: members.filter((one) => one.team_id === id).map((one) => one.name),
    })),
    uncovered: reference.countries.filter(({ teamIds }) => teamIds.length === 0).length,
    reading: readingOf(context),
  };
}
