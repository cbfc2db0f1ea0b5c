import { addAccount, addTeam } from '#app/domain/accounts/add-account.server.ts';
import { hashPassword } from '#app/domain/accounts/password.server.ts';
import { commit } from '#app/domain/kernel/commit.server.ts';
import { currentReference, type Country } from '#app/domain/reference/reference.server.ts';
import { raiseReferenceRevision } from '#db/queries/reference.ts';
import { listStaff } from '#db/queries/staff.ts';
import { insertTeamCountries } from '#db/queries/team-countries.ts';
import { dayAfter, type Chance } from '../random.ts';
import type { SeedContext } from '../seed-context.ts';
import type { Cast } from './cast.ts';
import { demoStaff, teamNames } from './staff.ts';
import type { Region } from './types.ts';

const WEST_AFRICA = new Set('BEN BFA CIV CPV GHA GIN GMB GNB LBR MLI MRT NER NGA SEN SLE TGO'.split(' '));

function teamOf(country: Country): Region | undefined {
  if (WEST_AFRICA.has(country.iso3)) return 'west-africa';
  if (country.subregion === 'Latin America and the Caribbean') return 'latin-america';
  if (country.region === 'Europe' || /Northern Africa|Western Asia/.test(country.subregion)) return 'europe';
  return country.region === 'Americas' ? undefined : 'ocean';
}

/** Makes the four teams, with the countries they cover, and the accounts. */
export async function makeStaff(seed: SeedContext, chance: Chance, password: string): Promise<Cast> {
  const passwordHash = await hashPassword(password);
  const { countries } = await currentReference(seed.db);
  const now = new Date(`${dayAfter(seed.now, -1200)}T09:00:00.000Z`);
  const nobody = { db: seed.db, keys: seed.keys, now, random: chance.bytes, actor: { accountId: null } };
  const teamIds: Record<Region, number> = { 'west-africa': 0, 'latin-america': 0, europe: 0, ocean: 0 };
  const accountIds = await commit(nobody, async (work) => {
    for (const region of Object.keys(teamIds) as Region[]) {
      teamIds[region] = await addTeam(work, { name: teamNames[region] });
    }
    const links = countries.flatMap((country) => {
      const region = teamOf(country);
      return region ? [{ teamId: teamIds[region], countryId: country.id }] : [];
    });
    await insertTeamCountries(work.trx, links);
    await raiseReferenceRevision(work.trx);
    const ids: number[] = [];
    for (const { email, name, roles, teams, zone, language = 'en' } of demoStaff) {
      const account = {
        email,
        name,
        roles,
        zone,
        language,
        passwordHash,
        teamIds: teams.map((team) => teamIds[team]),
      };
      ids.push(await addAccount(work, account));
    }
    return ids;
  });
  const refs = new Map((await listStaff(seed.db)).map((row) => [row.id, row.ref]));
  const staff = demoStaff.map(({ email, name, roles, teams, zone, language = 'en' }, index) => {
    const accountId = accountIds[index] ?? 0;
    const own = teams.map((team) => teamIds[team]);
    const ref = refs.get(accountId) ?? '';
    return {
      teams,
      actor: { accountId, ref, name, email, roles, teamIds: own, zone, language, shortcutsOff: false },
    };
  });
  return {
    seed,
    chance,
    reference: await currentReference(seed.db),
    teamIds,
    staff,
    organisations: new Map(),
  };
}
