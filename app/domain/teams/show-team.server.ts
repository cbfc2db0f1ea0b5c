import { listTeamMembers } from '#db/queries/teams.ts';
import { requireAdministrator } from '../accounts/policy.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { countryLabel, readingOf } from '../reference/labels.server.ts';

/** A team, its people, and every country with the teams that cover it, by region. Throws Forbidden or NotFound. */
export async function showTeam(context: Context, ref: string) {
  const { actor, db, reference } = context;
  requireAdministrator(actor);
  const team = reference.findTeam(ref);
  if (!team) throw new NotFound();
  const countries = reference.countries.map(({ id, iso3, subregion, teamIds }) => ({
    iso3,
    name: countryLabel(context, id).name,
    subregion,
    covered: teamIds.includes(team.id),
    others: teamIds.filter((one) => one !== team.id).map((one) => reference.teamById(one).name),
  }));
  const subregions = [...new Set(countries.map(({ subregion }) => subregion))].sort();
  const members = (await listTeamMembers(db)).filter((one) => one.team_id === team.id);
  return {
    ref,
    name: team.name,
    members: members.map((one) => ({ ref: one.ref, name: one.name })),
    regions: subregions.map((name) => ({
      name,
      countries: countries.filter(({ subregion }) => subregion === name),
    })),
    reading: readingOf(context),
  };
}

export type TeamPage = Awaited<ReturnType<typeof showTeam>>;
