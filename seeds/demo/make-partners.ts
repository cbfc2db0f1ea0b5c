import { commit, type Work } from '#app/domain/kernel/commit.server.ts';
import { addOrganisation } from '#app/domain/organisations/add-organisation.server.ts';
import { addPerson, type PersonInput, type PositionInput } from '#app/domain/people/add-person.server.ts';
import { listInternationalOrganisations } from '#db/queries/demo-facts.ts';
import {
  contextOf,
  dayOf,
  instantOn,
  officersOf,
  type Cast,
  type DemoOrganisation,
  type DemoPerson,
} from './cast.ts';
import { demoCountries } from './countries.ts';
import { namesOf } from './names.ts';
import { furtherBodies, titlesFor, usualBodies, worldBodies } from './organisations.ts';
import { togoBodies, togoPeople } from './togo.ts';
import type { DemoCountry, NameSet } from './types.ts';

/** Further bodies a country: together they cover every partner type. */
const FURTHER = 3;

const codeNames = ['Heron', 'Kingfisher', 'Ibis', 'Plover', 'Sandpiper'];

/** Organisations and their people, country by country, each written by an officer of its team. */
export async function makePartners(cast: Cast): Promise<void> {
  const taken = new Set<string>();
  for (const [index, country] of demoCountries.entries()) {
    const author = cast.chance.pick(officersOf(cast, country.team));
    await commit(contextOf(cast, author, instantOn(cast, -1190 + index)), async (work) => {
      const organisations = await addBodies(cast, work, country, index);
      cast.organisations.set(country.iso3, organisations);
      if (country.iso3 === 'TGO') await addTogoPeople(cast, work, organisations, taken);
      else
        for (const organisation of organisations)
          await addMembers(cast, work, organisation, country.names, taken);
      if (index % 6 === 2) await addGuardedPerson(cast, work, country, organisations, Math.floor(index / 6));
    });
  }
  await addWorldBodies(cast, taken);
}

async function addBodies(
  cast: Cast,
  work: Work,
  country: DemoCountry,
  index: number,
): Promise<DemoOrganisation[]> {
  const { id: countryId, names } = cast.reference.findCountry(country.iso3) ?? {
    id: null,
    names: {} as Record<string, string>,
  };
  const list = country.iso3 === 'TGO' ? togoBodies.map(([, ...body]) => body) : bodiesOf(country, index);
  const organisations: DemoOrganisation[] = [];
  for (const [type, pattern, acronym] of list) {
    const name = pattern.replace('%', inName(names['en'] ?? country.iso3));
    organisations.push({
      ...(await addOrganisation(work, { name, partnerType: type, countryId, acronym: acronym ?? null })),
      name,
      type,
      people: [],
    });
  }
  return organisations;
}

/** A name as it stands after "of". */
function inName(country: string): string {
  return /^(Gambia|Philippines|Republic)/.test(country) ? `the ${country}` : country;
}

function bodiesOf(
  { stage }: DemoCountry,
  index: number,
): (readonly [type: string, name: string, acronym?: string])[] {
  const rights: [string, string][] =
    index % 3 === 1 ? [['NHRI-OMB', 'Ombuds Office of %']] : [['NHRI-COM', 'Human Rights Commission of %']];
  if (stage === 'working' || stage === 'build')
    rights.push(['NPM', 'Mechanism for the Prevention of Torture of %']);
  const start = ((index - 1) * FURTHER) % furtherBodies.length;
  const further = Array.from(
    { length: FURTHER },
    (_, place) => furtherBodies[(start + place) % furtherBodies.length],
  );
  return [...usualBodies, ...rights, ...further.filter((body) => body !== undefined)];
}

function newName({ chance }: Cast, set: NameSet, taken: Set<string>): string {
  const { given, family } = namesOf[set];
  for (;;) {
    const name = `${chance.pick(given)} ${chance.pick(family).replace('-', ' ')}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

async function addMembers(
  cast: Cast,
  work: Work,
  organisation: DemoOrganisation,
  names: NameSet,
  taken: Set<string>,
): Promise<void> {
  const { chance } = cast;
  const titles = chance.some(
    titlesFor(organisation.type),
    organisation.people.length === 0 && chance.happens(0.45) ? 2 : 1,
  );
  for (const title of titles) {
    const name = newName(cast, names, taken);
    const from = -1300 - chance.below(900);
    const left = chance.happens(0.18) ? -30 - chance.below(800) : null;
    const positions: PositionInput[] = [post(cast, organisation, title, from, left)];
    // Somebody who rose within the house, or left it and was followed by another.
    if (chance.happens(0.2)) positions.unshift(post(cast, organisation, 'Adviser', from - 800, from - 1));
    const atRisk = /^NGO/.test(organisation.type) && chance.happens(0.06);
    await addOne(cast, work, { name, atRisk, positions }, organisation, from, left);
    if (left !== null) {
      const next = newName(cast, names, taken);
      await addOne(
        cast,
        work,
        { name: next, positions: [post(cast, organisation, title, left + 10, null)] },
        organisation,
        left + 10,
        null,
      );
    }
  }
}

const post = (
  cast: Cast,
  { id }: DemoOrganisation,
  title: string,
  from: number,
  until: number | null,
): PositionInput => ({
  organisationId: id,
  title,
  fromOn: dayOf(cast, from).slice(0, 7),
  untilOn: until === null ? null : dayOf(cast, until),
});

async function addOne(
  cast: Cast,
  work: Work,
  input: PersonInput,
  organisation: DemoOrganisation,
  from: number,
  until: number | null,
): Promise<void> {
  const languages = cast.chance.pick(['French', 'English', 'Spanish', 'English, French', null]);
  const { ref } = await addPerson(work, { owningTeamId: work.context.actor.teamIds[0], languages, ...input });
  const person: DemoPerson = { ref, name: input.name, from, until, guarded: input.level !== undefined };
  organisation.people.push(person);
}

async function addGuardedPerson(
  cast: Cast,
  work: Work,
  country: DemoCountry,
  organisations: DemoOrganisation[],
  index: number,
): Promise<void> {
  const organisation = organisations.find(({ type }) => type === 'NGO-NAT');
  if (!organisation) return;
  const readers = officersOf(cast, country.team)
    .slice(0, 2)
    .map((actor) => actor.accountId);
  const input: PersonInput = {
    name: codeNames[index % codeNames.length] ?? 'Heron',
    level: 'restricted',
    isCodeName: true,
    atRisk: true,
    readerIds: [...new Set([work.context.actor.accountId, ...readers])],
    reach: 'Only in the way agreed with them',
    positions: [post(cast, organisation, 'Witness support', -1000, null)],
  };
  await addOne(cast, work, input, organisation, -1000, null);
}

async function addTogoPeople(
  cast: Cast,
  work: Work,
  organisations: DemoOrganisation[],
  taken: Set<string>,
): Promise<void> {
  const byKey = new Map(togoBodies.map(([key], index) => [key, organisations[index]]));
  for (const [name, posts] of togoPeople) {
    taken.add(name);
    const held = posts.flatMap(([key, title, from, until]) => {
      const organisation = byKey.get(key);
      return organisation ? [{ organisation, title, from, until: until ?? null }] : [];
    });
    const positions = held.map(({ organisation, title, from, until }) =>
      post(cast, organisation, title, from, until),
    );
    const { ref } = await addPerson(work, {
      name,
      owningTeamId: cast.teamIds['west-africa'],
      languages: 'French',
      positions,
    });
    for (const { organisation, from, until } of held)
      organisation.people.push({ ref, name, from, until, guarded: false });
  }
}

async function addWorldBodies(cast: Cast, taken: Set<string>): Promise<void> {
  const author = cast.chance.pick(officersOf(cast, 'west-africa'));
  const known = await listInternationalOrganisations(cast.seed.db);
  await commit(contextOf(cast, author, instantOn(cast, -1160)), async (work) => {
    const organisations: DemoOrganisation[] = known.map((row) => ({ ...row, people: [] }));
    for (const [type, name, acronym] of worldBodies) {
      organisations.push({
        ...(await addOrganisation(work, {
          name,
          partnerType: type,
          countryId: null,
          acronym: acronym ?? null,
        })),
        name,
        type,
        people: [],
      });
    }
    for (const organisation of organisations) {
      if (cast.chance.happens(0.6))
        await addMembers(
          cast,
          work,
          organisation,
          cast.chance.pick(['spanish', 'eastern', 'swahili', 'southern', 'francophone']),
          taken,
        );
    }
    cast.organisations.set('', organisations);
  });
}
