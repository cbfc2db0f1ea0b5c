import { foldedWords } from '#db/fold.ts';
import { listLastContacts } from '#db/queries/country-dossier.ts';
import { listMechanisms, listTreatyStatus, type TreatyStatusRow } from '#db/queries/country-facts.ts';
import { countHeldByCountry } from '#db/queries/tallies.ts';
import { today, type Context } from '../kernel/context.ts';
import { oneOfWords } from '../reference/filters.server.ts';
import { isNamed } from '../reference/is-named.ts';
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

/** The word for every region at once. */
const ALL = 'all';

/**
 * Countries by region: treaties, mechanism, and our work there within the actor's access. Those of the reader's own
 * region unless another is asked for; a name or a team is looked for in all.
 */
export async function listCountryPage(context: Context, question: CountryQuestion) {
  const { reference } = context;
  const day = today(context);
  const regions = [...new Set(reference.countries.map(({ region }) => region))].sort();
  const words = foldedWords(question.q);
  const teamRef = oneOfWords(
    reference.teams.map(({ ref }) => ref),
    question.team,
  );
  const team = teamRef === undefined ? undefined : reference.findTeam(teamRef);
  const region =
    oneOfWords([...regions, ALL], question.region) ?? (words.length > 0 || team ? ALL : homeRegion(context));
  const countries = reference.countries.filter(
    (country) =>
      (region === ALL || country.region === region) &&
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
    region,
    active: team ? [{ name: 'team', value: team.ref, label: team.name }] : [],
    choices: {
      regions,
      teams: reference.teams.map(({ ref, name }) => ({ value: ref, label: name })),
    },
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

/** Where most countries of the actor's teams lie. */
function homeRegion({ reference, actor }: Context): string {
  const counts = new Map<string, number>();
  for (const { region, teamIds } of reference.countries) {
    const mine = teamIds.some((id) => actor.teamIds.includes(id));
    counts.set(region, (counts.get(region) ?? 0) + (mine ? 1 : 0));
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? ALL;
}
