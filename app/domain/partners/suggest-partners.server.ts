import { foldedWords } from '#db/fold.ts';
import {
  listOrganisationMatches,
  listPeopleOf,
  listPersonMatches,
  type OrganisationMatch,
  type PersonMatch,
} from '#db/queries/partner-suggestions.ts';
import { readsRecords } from '#db/visibility.ts';
import type { Context } from '../kernel/context.ts';
import { labelOf } from '../reference/reference.server.ts';
import { newParticipant, type PartnerSuggestion } from './suggestion.ts';

export interface PartnerQuestion {
  text: string;
  /** The day of the meeting: posts are shown as of then. */
  on: string;
  /** iso3 of the countries that the meeting is about: their partners come first. */
  countries: readonly string[];
}

const MOST = 10;

/**
 * Partners by the beginnings of the words of any of their names: organisations, then people, then the people of the
 * organisations found. At most ten. What the actor may not see leaves no trace in the answer.
 */
export async function suggestPartners(
  context: Context,
  question: PartnerQuestion,
): Promise<PartnerSuggestion[]> {
  const words = foldedWords(question.text).slice(0, 8);
  if (words.length === 0 || !readsRecords(context.actor)) return [];
  const asked = {
    words,
    on: question.on,
    countryIds: nearCountryIds(context, question.countries),
    limit: MOST,
  };
  const organisations = await listOrganisationMatches(context.db, { ...asked, limit: 5 });
  const people = await listPersonMatches(context.db, context.actor, asked);
  const near = organisations.slice(0, 3).map(({ id }) => id);
  const members =
    near.length > 0 && organisations.length + people.length < MOST
      ? await listPeopleOf(context.db, context.actor, near, asked)
      : [];
  const found = [
    ...organisations.map((row) => organisationSuggestion(context, row)),
    ...[...people, ...members].map((row) => personSuggestion(context, row, question.on)),
  ];
  return [...new Map(found.map((one) => [one.token, one])).values()].slice(0, MOST);
}

/** The countries of the meeting, or those of the actor's teams while it has none. */
function nearCountryIds({ reference, actor }: Context, countries: readonly string[]): number[] {
  const chosen = countries.flatMap((iso3) => reference.findCountry(iso3)?.id ?? []);
  if (chosen.length > 0) return chosen;
  return reference.countries
    .filter(({ teamIds }) => teamIds.some((id) => actor.teamIds.includes(id)))
    .map(({ id }) => id);
}

export function organisationSuggestion(context: Context, row: OrganisationMatch): PartnerSuggestion {
  const country = row.countryId === null ? undefined : context.reference.countryById(row.countryId);
  const countryName = country ? labelOf(country.names, context.actor.language) : 'International';
  return {
    token: `organisation:${row.ref}`,
    name: row.name,
    detail: [row.acronym, countryName].filter(Boolean).join(' · '),
    note: '',
    participant: newParticipant('organisation', {
      organisation: row.ref,
      name: row.name,
      organisationName: row.acronym ?? '',
      country: country?.iso3 ?? '',
    }),
  };
}

export function personSuggestion(context: Context, row: PersonMatch, on: string): PartnerSuggestion {
  const country = row.countryId === null ? undefined : context.reference.countryById(row.countryId);
  const ended = row.untilOn !== null && row.untilOn < on.slice(0, row.untilOn.length);
  return {
    token: `person:${row.ref}:${ended ? '' : (row.position ?? '')}`,
    name: row.name,
    detail: [row.title, row.organisationName].filter(Boolean).join(', ') || 'No position known',
    note: ended ? `left in ${row.untilOn?.slice(0, 4)}` : '',
    participant: newParticipant('person', {
      person: row.ref,
      position: ended ? '' : (row.position ?? ''),
      organisation: ended ? '' : (row.organisation ?? ''),
      name: row.name,
      title: ended ? '' : (row.title ?? ''),
      organisationName: ended ? '' : (row.organisationName ?? ''),
      country: country?.iso3 ?? '',
      atRisk: row.atRisk === 1,
    }),
  };
}
