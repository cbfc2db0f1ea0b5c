import { countBoundByInstrument, listInstrumentDates } from '#db/queries/country-facts.ts';
import type { Context } from '../kernel/context.ts';
import { readingOf, spokenCode } from '../reference/labels.server.ts';
import { labelOf } from '../reference/reference.server.ts';

/** The instruments in their order: treaties with how many States are bound, then guidelines and principles. */
export async function listInstrumentPage(context: Context) {
  const { db, reference, actor } = context;
  const bound = await countBoundByInstrument(db);
  const dates = await listInstrumentDates(db);
  const instruments = reference.instruments
    .filter(({ retiredOn }) => !retiredOn)
    .map(({ id, code, titles, kind, region }) => ({
      code,
      label: spokenCode(code),
      title: labelOf(titles, actor.language),
      isTreaty: kind === 'treaty',
      region,
      body: dates.get(id)?.body ?? '',
      adoptedOn: dates.get(id)?.adopted_on ?? null,
      inForceOn: dates.get(id)?.in_force_on ?? null,
      bound: bound.get(id) ?? null,
    }));
  return {
    treaties: instruments.filter(({ isTreaty }) => isTreaty),
    others: instruments.filter(({ isTreaty }) => !isTreaty),
    reading: readingOf(context),
  };
}
