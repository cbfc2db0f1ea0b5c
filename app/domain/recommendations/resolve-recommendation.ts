import { fold } from '#db/fold.ts';
import type { StateResponse } from '#db/schema/reviews.ts';
import { today, type Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import type { Reference } from '../reference/reference.server.ts';
import type { RecommendationInput } from './recommendation-form.ts';

/** The columns of a recommendation that a form decides, and its work areas. */
export interface RecommendationFacts {
  row: {
    number: string | null;
    body: string;
    by_country_id: number | null;
    instrument_id: number | null;
    provision_id: number | null;
    response: StateResponse;
    response_on: string | null;
  };
  workAreas: number[];
}

/** What the codes of a form name. Errors by field for those that name nothing. */
export function resolveRecommendation(
  context: Context,
  input: RecommendationInput,
): { facts: RecommendationFacts } | { errors: FormErrors } {
  const { reference } = context;
  const errors: FormErrors = {};
  const by = input.by === '' ? null : reference.findCountry(iso3Named(reference, input.by) ?? '');
  if (by === undefined) errors['by'] = 'There is no such State. Write its name or its three letters.';
  const [code = '', article] = input.instrument.split('/');
  const instrument = code === '' ? null : reference.findInstrument(code);
  if (instrument === undefined) errors['instrument'] = 'Choose an instrument of the list.';
  const provision = instrument && article ? reference.findProvision(instrument.id, article) : null;
  if (provision === undefined) errors['instrument'] = 'Choose a provision of the list.';
  const areas = input.workAreas.map((area) => reference.findTerm('work_area', area)?.id);
  if (!areas.every((id) => id !== undefined)) errors['workAreas'] = 'Choose work areas of the list.';
  if (input.responseOn !== null && input.responseOn > today(context)) {
    errors['responseOn'] = 'The State cannot have answered on a day to come.';
  }
  if (by === undefined || instrument === undefined || Object.keys(errors).length > 0) return { errors };
  return {
    facts: {
      row: {
        number: input.number === '' ? null : input.number,
        body: input.text,
        by_country_id: by?.id ?? null,
        instrument_id: instrument?.id ?? null,
        provision_id: provision?.id ?? null,
        response: input.response,
        response_on: input.response === 'pending' ? null : input.responseOn,
      },
      workAreas: areas.filter((id) => id !== undefined),
    },
  };
}

/** The code of a country by its code or any of its names, whatever the case and the accents. */
export function iso3Named(reference: Reference, text: string): string | undefined {
  const wanted = fold(text.trim());
  const code = text.trim().toUpperCase();
  return reference.countries.find(
    ({ iso3, namesFolded }) => iso3 === code || namesFolded.split('\n').includes(wanted),
  )?.iso3;
}
