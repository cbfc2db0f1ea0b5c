import { foldedWords } from '#db/fold.ts';
import { listLastContacts } from '#db/queries/country-dossier.ts';
import { listMechanisms, listTreatyStatus, type TreatyStatusRow } from '#db/queries/country-facts.ts';
import { countHeldByCountry } from '#db/queries/tallies.ts';
import { today, type Context } from '../kernel/context.ts';
import { oneOfWords } from '../reference/filters.server.ts';
import { countryLabel, readingOf } from '../reference/labels.server.ts';
import type { Country } from '../reference/reference.server.ts';
import { opcatStatus, treatyStanding } from './country-standing.server.ts';
import { mechanismStanding } from './mechanism-standing.ts';
import { endOfMonth, monthBefore } from './quarters.ts';

/** Words of the address; '' for what is not asked. */
export interface CountryQuestion {
  q: string;
  region: string;
  /** The ref of a team: the countries it covers. */
  team: string;
}

/** The countries, by region: treaties, mechanism, and our work there within the actor's access. */
export async function listCountryPage(context: Context, question: CountryQuestion) {
  const { actor, reference } = context;
  const day = today(context);
  const regions = [...new Set(reference.countries.map(({ region }) => region))].sort();
  const region = oneOfWords(regions, question.region);
  const teamRef = oneOfWords(
    reference.teams.map(({ ref }) => ref),
    question.team,
  );
  const team = teamRef === undefined ? undefined : reference.findTeam(teamRef);
  const words = foldedWords(question.q);
  const countries = reference.countries.filter(
    (country) =>
      (!region || country.region === region) &&
      (!team || country.teamIds.includes(team.id)) &&
      isNamed(country, words),
  );
  const shown = await countryRows(context, countries, day);
  return {
    regions: regions
      .map((name) => ({ name, countries: shown.filter((one) => one.region === name) }))
      .filter((one) => one.countries.length > 0),
    count: shown.length,
    months: { from: `${monthBefore(day, 11)}-01`, to: endOfMonth(day.slice(0, 7)) },
    q: question.q,
    active: [
      ...(region ? [{ name: 'region', value: region, label: region }] : []),
      ...(team ? [{ name: 'team', value: team.ref, label: team.name }] : []),
    ],
    choices: {
      regions: regions.map((name) => ({ value: name, label: name })),
      teams: reference.teams.map(({ ref, name }) => ({ value: ref, label: name })),
    },
    myTeams: reference.teams
      .filter(({ id }) => actor.teamIds.includes(id))
      .map(({ ref, name }) => ({ ref, name })),
    reading: readingOf(context),
  };
}

async function countryRows(context: Context, found: readonly Country[], on: string) {
  const { db, actor, reference } = context;
  const catId = reference.findInstrument('CAT')?.id ?? 0;
  const opcatId = reference.findInstrument('OPCAT')?.id ?? 0;
  const statuses = await listTreatyStatus(db, { instrumentIds: [catId, opcatId] });
  const byCountry = (instrumentId: number): Map<number, TreatyStatusRow> =>
    new Map(statuses.filter((row) => row.instrument_id === instrumentId).map((row) => [row.country_id, row]));
  const cat = byCountry(catId);
  const opcat = byCountry(opcatId);
  const mechanisms = new Map((await listMechanisms(db)).map((row) => [row.country_id, row]));
  const lastOn = await listLastContacts(
    db,
    actor,
    on,
    found.map(({ id }) => id),
  );
  const held = await countHeldByCountry(db, actor, { from: monthBefore(on, 11), to: on.slice(0, 7) });
  return found.map(({ id, region, teamIds }) => ({
    ...countryLabel(context, id),
    region,
    mine: teamIds.some((teamId) => actor.teamIds.includes(teamId)),
    cat: treatyStanding(cat.get(id)),
    opcat: treatyStanding(opcat.get(id)),
    mechanism: mechanismStanding(opcatStatus(opcat.get(id)), mechanisms.get(id), on),
    lastOn: lastOn.get(id) ?? null,
    held: held.get(id) ?? 0,
  }));
}

/** Every word begins a word of one of its names. */
function isNamed({ namesFolded }: Country, words: readonly string[]): boolean {
  const known = namesFolded.split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => known.some((one) => one.startsWith(word)));
}
