import { rewriteCountryAudiences } from '#db/country-audience.ts';
import { raiseReferenceRevision } from '#db/queries/reference.ts';
import { insertTeamCountries } from '#db/queries/team-countries.ts';
import { deleteTeamCountries, listTeamCountries } from '#db/queries/teams.ts';
import { requireAdministrator } from '../accounts/policy.ts';
import { commit } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import type { TeamOutcome } from './create-team.server.ts';

/**
 * Says which countries (iso3) a team covers, and with that who reads their confidential records: all of these get
 * their readers and counts anew, in the same transaction. Throws Forbidden or NotFound.
 */
export async function assignCountries(
  context: Context,
  ref: string,
  iso3: readonly string[],
): Promise<TeamOutcome> {
  const { actor, db, reference } = context;
  requireAdministrator(actor);
  const team = reference.findTeam(ref);
  if (!team) throw new NotFound();
  const wanted = iso3.map((code) => reference.findCountry(code)?.id);
  if (!wanted.every((id) => id !== undefined)) {
    return { outcome: 'refused', errors: { countries: 'Choose countries of the list.' } };
  }
  if (isSame(await listTeamCountries(db, team.id), wanted)) return { outcome: 'saved', ref };
  await commit(context, async ({ trx, record }) => {
    const covered = await listTeamCountries(trx, team.id);
    const added = wanted.filter((id) => !covered.includes(id));
    const removed = covered.filter((id) => !wanted.includes(id));
    await deleteTeamCountries(trx, team.id, removed);
    await insertTeamCountries(
      trx,
      added.map((countryId) => ({ teamId: team.id, countryId })),
    );
    await rewriteCountryAudiences(trx, [...added, ...removed], today(context));
    await raiseReferenceRevision(trx);
    const codes = (ids: readonly number[]) => ids.map((id) => reference.countryById(id).iso3).sort();
    record({
      action: 'team.changed',
      noun: 'team',
      id: team.id,
      ref,
      changes: { countries: [codes(covered), codes(wanted)] },
    });
  });
  return { outcome: 'saved', ref };
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === new Set(b).size && b.every((id) => a.includes(id));
}
