import { makeRef } from '#app/domain/kernel/refs.ts';
import { fold, foldedWords } from '#db/fold.ts';
import { dayAfter } from '../random.ts';
import type { ScaleOrganisation, ScalePlan } from './plan.ts';
import { bodies, familyNames, givenNames, titles } from './wording.ts';

export interface FirstIds {
  organisation: number;
  person: number;
}

/** Organisations, busiest first (the first is Togo's ministry of justice), and about five people in each. */
export function makePartners(plan: ScalePlan, count: number, first: FirstIds): void {
  const { chance, reference } = plan;
  const countries = [...reference.countries].sort(
    (a, b) => Number(b.iso3 === 'TGO') - Number(a.iso3 === 'TGO'),
  );
  let personId = first.person;
  let positionId = 1;
  for (let index = 0; index < count; index += 1) {
    const country =
      countries[index < bodies.length ? 0 : chance.skewed(countries.length, 1.6)] ?? countries[0];
    const [type, pattern] = bodies[index % bodies.length] ?? bodies[0] ?? ['OTHER', '%'];
    const place = index < bodies.length ? '' : ` ${Math.floor(index / bodies.length)}`;
    const name = `${pattern.replace('%', country?.names['en'] ?? '')}${place}`;
    const organisation: ScaleOrganisation = {
      id: first.organisation + index,
      name,
      countryId: country?.id ?? null,
      people: [],
    };
    plan.organisations.push(organisation);
    addOrganisation(plan, organisation, type);
    const people = 2 + chance.below(7);
    for (let member = 0; member < people; member += 1, personId += 1, positionId += 1) {
      addPerson(plan, organisation, personId, positionId);
    }
  }
}

function addOrganisation(
  { rows, reference, chance, now }: ScalePlan,
  { id, name, countryId }: ScaleOrganisation,
  type: string,
): void {
  const at = now.toISOString();
  rows.add('organisation', {
    id,
    ref: makeRef(chance.bytes),
    name,
    name_folded: fold(name),
    acronym: null,
    partner_type_id: reference.term('partner_type', type).id,
    country_id: countryId,
    international_body_id: null,
    parent_id: null,
    owner_id: null,
    website: null,
    created_at: at,
    created_by_id: null,
    updated_at: at,
    archived_at: null,
    archived_by_id: null,
  });
  for (const word of foldedWords(name)) rows.add('organisation_word', { word, organisation_id: id });
}

function addPerson(
  plan: ScalePlan,
  organisation: ScaleOrganisation,
  personId: number,
  positionId: number,
): void {
  const { rows, chance, now } = plan;
  const name = `${chance.pick(givenNames)} ${chance.pick(familyNames)}`;
  const title = chance.pick(titles);
  const author = chance.pick(plan.staff);
  const atRisk = chance.happens(0.02);
  const level = atRisk ? 2 : chance.happens(0.03) ? 1 : 0;
  const at = now.toISOString();
  rows.add('person', {
    id: personId,
    ref: makeRef(chance.bytes),
    name,
    name_folded: fold(name),
    at_risk: atRisk ? 1 : 0,
    level,
    owning_team_id: author.teamId,
    languages: null,
    reach: null,
    consent_basis: null,
    consent_review_on: null,
    created_at: at,
    created_by_id: author.accountId,
    updated_at: at,
    archived_at: null,
    archived_by_id: null,
  });
  for (const word of foldedWords(name)) rows.add('person_word', { word, person_id: personId });
  rows.add('position', {
    id: positionId,
    ref: makeRef(chance.bytes),
    person_id: personId,
    organisation_id: organisation.id,
    title,
    from_on: dayAfter(now, -400 - chance.below(2500)),
    until_on: chance.happens(0.15) ? dayAfter(now, -1 - chance.below(390)) : null,
    created_at: at,
  });
  organisation.people.push({ personId, positionId, title });
  if (level === 2) rows.add('person_named_reader', { person_id: personId, account_id: author.accountId });
}
