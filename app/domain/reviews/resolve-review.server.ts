import { listStaff } from '#db/queries/staff.ts';
import { today, type Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { countryLabel } from '../reference/labels.server.ts';
import { bodiesById } from './bodies.server.ts';
import { firstDayOf } from './review-dates.ts';
import type { ReviewInput } from './review-form.ts';

/** The columns of a review that a form decides. */
export interface ReviewFacts {
  country_id: number;
  body_id: number;
  instrument_id: number | null;
  title: string;
  starts_on: string | null;
  ends_on: string | null;
  state: ReviewInput['state'];
  source: string | null;
  as_of: string | null;
  notes: string | null;
  owner_id: number | null;
}

/** What the codes and refs of a form name. Errors by field for those that name nothing. */
export async function resolveReview(
  context: Context,
  input: ReviewInput,
): Promise<{ facts: ReviewFacts } | { errors: FormErrors }> {
  const { reference, db } = context;
  const errors: FormErrors = {};
  const country = reference.findCountry(input.country);
  if (!country) errors['country'] = 'Choose a country of the list.';
  const body = [...(await bodiesById(context)).values()].find(({ code }) => code === input.body);
  if (!body) errors['body'] = 'Choose a body of the list.';
  const instrument = input.instrument === '' ? null : reference.findInstrument(input.instrument);
  if (instrument === undefined) errors['instrument'] = 'Choose an instrument of the list.';
  const owner =
    input.owner === '' ? null : (await listStaff(db)).find((colleague) => colleague.ref === input.owner);
  if (owner === undefined) errors['owner'] = 'Choose a colleague of the list.';
  if (input.state === 'held' && input.starts !== null && firstDayOf(input.starts) > today(context)) {
    errors['state'] = 'It begins in the future, so it cannot have been held.';
  }
  if (!country || !body || instrument === undefined || owner === undefined || errors['state']) {
    return { errors };
  }
  const title = input.title === '' ? `${body.short}: ${countryLabel(context, country.id).name}` : input.title;
  return {
    facts: {
      country_id: country.id,
      body_id: body.id,
      instrument_id: instrument?.id ?? null,
      title,
      starts_on: input.starts,
      ends_on: input.ends,
      state: input.state,
      source: input.source === '' ? null : input.source,
      as_of: input.asOf,
      notes: input.notes.trim() === '' ? null : input.notes,
      owner_id: owner?.id ?? null,
    },
  };
}
