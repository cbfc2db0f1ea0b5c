import { addAccount, addTeam } from '#app/domain/accounts/add-account.server.ts';
import { hashPassword } from '#app/domain/accounts/password.server.ts';
import { commit } from '#app/domain/kernel/commit.server.ts';
import type { Country } from '#app/domain/reference/reference.server.ts';
import { insertTeamCountries } from '#db/queries/team-countries.ts';
import { raiseReferenceRevision } from '#db/queries/reference.ts';
import type { Role } from '#db/schema/accounts.ts';
import type { Chance } from '../random.ts';
import type { SeedContext } from '../seed-context.ts';
import type { ScaleTeam } from './plan.ts';
import { familyNames, givenNames } from './wording.ts';

const AREAS: readonly [team: string, holds: (country: Country) => boolean][] = [
  ['West Africa', (country) => WEST_AFRICA.has(country.iso3)],
  [
    'Eastern and Southern Africa',
    (country) => country.subregion === 'Sub-Saharan Africa' && hash(country.iso3) % 2 === 0,
  ],
  ['Central Africa', (country) => country.subregion === 'Sub-Saharan Africa'],
  ['Middle East and North Africa', (country) => /Northern Africa|Western Asia/.test(country.subregion)],
  ['Latin America', (country) => country.subregion === 'Latin America and the Caribbean'],
  ['North America', (country) => country.subregion === 'Northern America'],
  ['Central Asia', (country) => country.subregion === 'Central Asia'],
  ['South Asia', (country) => country.subregion === 'Southern Asia'],
  ['East and South-East Asia', (country) => /Eastern Asia|South-eastern Asia/.test(country.subregion)],
  ['Pacific', (country) => country.region === 'Oceania'],
  ['Eastern Europe', (country) => /Eastern Europe/.test(country.subregion)],
  ['Western Europe', (country) => country.region === 'Europe'],
];

const WEST_AFRICA = new Set('BEN BFA CIV CPV GHA GIN GMB GNB LBR MLI MRT NER NGA SEN SLE TGO'.split(' '));

const hash = (iso3: string): number => [...iso3].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

const STAFF = 120;

/** The accounts that scripts and benchmarks sign in with: e-mail, name, roles, places of their teams above. */
const NAMED: readonly [email: string, name: string, roles: Role[], teams: number[]][] = [
  ['officer@demo.example', 'Amina Diallo', ['officer'], [0]],
  ['manager@demo.example', 'Helena Brandt', ['officer', 'manager'], [0, 1, 2]],
  ['writer@demo.example', 'Tomás Arce', ['writer'], [0]],
  ['admin@demo.example', 'Ines Keller', ['administrator'], []],
  ['outsider@demo.example', 'Lucía Ferro', ['officer'], [4]],
];

/** Makes twelve teams for all countries and 120 accounts, all with one password. */
export async function makeStaff(
  context: SeedContext,
  chance: Chance,
  countries: readonly Country[],
  password: string,
): Promise<ScaleTeam[]> {
  const passwordHash = await hashPassword(password);
  const nobody = { ...context, random: chance.bytes, actor: { accountId: null } };
  return commit(nobody, async (work) => {
    const teams: ScaleTeam[] = [];
    for (const [name] of AREAS) teams.push({ id: await addTeam(work, { name }), staff: [] });
    const links = countries.map((country, index) => {
      const place = AREAS.findIndex(([, holds]) => holds(country));
      return { countryId: country.id, teamId: (teams[place] ?? teams[index % teams.length])?.id ?? 0 };
    });
    // Some countries are everybody's concern: a second team covers them.
    const shared = links
      .filter((_, index) => index % 13 === 0)
      .map(({ countryId, teamId }) => ({
        countryId,
        teamId: teams[(teams.findIndex((team) => team.id === teamId) + 1) % teams.length]?.id ?? 0,
      }));
    await insertTeamCountries(work.trx, [...links, ...shared]);
    await raiseReferenceRevision(work.trx);

    for (let index = 0; index < STAFF; index += 1) {
      const [email, name, roles, places] = NAMED[index] ?? [
        `staff${index + 1}@demo.example`,
        `${chance.pick(givenNames)} ${chance.pick(familyNames)}`,
        (index % 10 === 0 ? ['officer', 'manager'] : ['officer']) as Role[],
        index % 7 === 0 ? [index % AREAS.length, (index + 3) % AREAS.length] : [index % AREAS.length],
      ];
      const own = places.map((place) => teams[place]).filter((team) => team !== undefined);
      const teamIds = own.map((team) => team.id);
      const zone = index % 3 === 0 ? 'Europe/Zurich' : 'UTC';
      const accountId = await addAccount(work, {
        email,
        name,
        roles,
        teamIds,
        passwordHash,
        zone,
        language: 'en',
      });
      if (roles.includes('officer')) for (const team of own) team.staff.push({ accountId, teamId: team.id });
    }
    return teams;
  });
}
