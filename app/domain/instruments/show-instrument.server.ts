import { findInstrumentFacts, listMembersOfRegion, listTreatyStatus } from '#db/queries/country-facts.ts';
import { adviceAt } from '../advice/list-advice.server.ts';
import { treatyStanding } from '../countries/country-standing.server.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { recommendationsAt } from '../recommendations/list-recommendations.server.ts';
import { oneOfWords } from '../reference/filters.server.ts';
import { countryLabels, readingOf, spokenCode, type CountryLabel } from '../reference/labels.server.ts';
import { labelOf, type Instrument } from '../reference/reference.server.ts';
import { readTimeline } from '../timeline/read-timeline.server.ts';

const GROUPS = ['bound', 'signed', 'neither'] as const;
export type StateGroup = (typeof GROUPS)[number];

/** An instrument: its facts, the States bound by it or not, our meetings and advice on it. Throws NotFound. */
export async function showInstrument(context: Context, code: string, group: string) {
  const { db, reference, actor } = context;
  const instrument = reference.findInstrument(code);
  if (!instrument) throw new NotFound();
  const { id } = instrument;
  const facts = await findInstrumentFacts(db, id);
  return {
    code,
    label: spokenCode(code),
    title: labelOf(instrument.titles, actor.language),
    isTreaty: instrument.kind === 'treaty',
    region: instrument.region,
    body: facts.body,
    adoptedOn: facts.adopted_on,
    inForceOn: facts.in_force_on,
    reference: facts.reference,
    confidence: facts.confidence,
    why: facts.why_it_matters,
    provisions: reference.provisions
      .filter((one) => one.instrumentId === id)
      .map((one) => ({ code: one.code, heading: labelOf(one.headings, actor.language) })),
    states: instrument.kind === 'treaty' ? await statesOf(context, instrument, group) : null,
    latest: (await readTimeline(context, { of: 'instrument', id }, { limit: 8, state: 'held' })).entries,
    advice: (await adviceAt(context, { instrumentId: id }, {}, 8)).advice,
    recommendations: await recommendationsAt(context, { instrumentId: id }, { limit: 5 }),
    reading: readingOf(context),
  };
}

export type InstrumentPage = Awaited<ReturnType<typeof showInstrument>>;

/** The States of one group, and how many there are in each. */
async function statesOf(context: Context, { id, region }: Instrument, group: string) {
  const rows = await listTreatyStatus(context.db, { instrumentIds: [id] });
  const byCountry = new Map(rows.map((row) => [row.country_id, row]));
  const bound = rows.filter(({ status }) => status === 'party').map((row) => row.country_id);
  const signed = rows.filter(({ status }) => status === 'signatory').map((row) => row.country_id);
  const members = await listMembersOfRegion(context.db, region);
  // one that has left the treaty stands with those that are not bound
  const neither = [
    ...members.filter((one) => !byCountry.has(one)),
    ...rows.filter(({ status }) => status === 'denounced').map((row) => row.country_id),
  ];
  const ids: Record<StateGroup, number[]> = { bound, signed, neither };
  const shown = oneOfWords(GROUPS, group) ?? 'bound';
  const standings = new Map(
    ids[shown].map((one) => [iso3Of(context, one), treatyStanding(byCountry.get(one))]),
  );
  return {
    group: shown,
    counts: GROUPS.map((name) => ({ name, count: ids[name].length })),
    rows: countryLabels(context, ids[shown]).flatMap((country: CountryLabel) => {
      const standing = standings.get(country.iso3);
      return standing ? [{ ...country, standing }] : [];
    }),
  };
}

function iso3Of({ reference }: Context, countryId: number): string {
  return reference.countryById(countryId).iso3;
}
