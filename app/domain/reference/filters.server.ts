import type { VocabularyName } from '#db/schema/reference.ts';
import type { Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { countryLabel, spokenCode } from './labels.server.ts';
import { labelOf, type Country, type Instrument, type Term } from './reference.server.ts';

/** A filter that is on: the words of the address, and how it reads. */
export interface ActiveWord {
  name: string;
  value: string;
  label: string;
}

export interface Choice {
  value: string;
  label: string;
  group?: string;
}

/** What an address names, or undefined where it names nothing. Throw BadRequest for what is not in the lists. */

export function countryNamed({ reference }: Context, iso3: string): Country | undefined {
  return iso3 === '' ? undefined : known(reference.findCountry(iso3));
}

export function termNamed(
  { reference }: Context,
  vocabulary: VocabularyName,
  code: string,
): Term | undefined {
  return code === '' ? undefined : known(reference.findTerm(vocabulary, code));
}

export function instrumentNamed({ reference }: Context, code: string): Instrument | undefined {
  return code === '' ? undefined : known(reference.findInstrument(code));
}

export function oneOfWords<T extends string>(words: readonly T[], word: string): T | undefined {
  return word === '' ? undefined : known(words.find((one) => one === word));
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new BadRequest('This filter is not one of those there are.');
  return found;
}

/** The chips of the filters that are on. */
export function activeWords(
  context: Context,
  on: {
    country?: Country;
    work_area?: Term;
    partner_type?: Term;
    status?: Term;
    instrument?: Instrument;
  },
): ActiveWord[] {
  const terms = (['work_area', 'partner_type', 'status'] as const).flatMap((name) => {
    const term = on[name];
    return term ? [{ name, value: term.code, label: labelOf(term.labels, context.actor.language) }] : [];
  });
  const country = on.country
    ? [{ name: 'country', value: on.country.iso3, label: countryLabel(context, on.country.id).name }]
    : [];
  const instrument = on.instrument
    ? [{ name: 'instrument', value: on.instrument.code, label: spokenCode(on.instrument.code) }]
    : [];
  return [...country, ...instrument, ...terms];
}

export function countryChoices(context: Context): readonly Choice[] {
  const { reference, actor } = context;
  return reference.remember(`countries to choose in ${actor.language}`, () =>
    reference.countries.map(({ id, iso3 }) => ({ value: iso3, label: countryLabel(context, id).name })),
  );
}

export function termChoices(
  { reference, actor: { language } }: Context,
  vocabulary: VocabularyName,
): readonly Choice[] {
  return reference.remember(`${vocabulary} to choose in ${language}`, () =>
    reference
      .terms(vocabulary)
      .map(({ code, labels }) => ({ value: code, label: labelOf(labels, language) })),
  );
}

export function instrumentChoices({ reference, actor: { language } }: Context): readonly Choice[] {
  return reference.remember(`instruments to choose in ${language}`, () =>
    reference.instruments
      .filter(({ retiredOn }) => !retiredOn)
      .map(({ code, titles }) => ({
        value: code,
        label: `${spokenCode(code)}: ${labelOf(titles, language)}`,
      })),
  );
}
