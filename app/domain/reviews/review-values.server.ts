import type { ReviewRecord } from '#db/queries/reviews.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { bodiesById } from './bodies.server.ts';
import type { ReviewValues } from './review-form.ts';

/** A stored review as its form shows it. */
export async function reviewValuesFrom(context: Context, row: ReviewRecord): Promise<ReviewValues> {
  const { reference, db } = context;
  const [owner] = await listAccountNames(db, row.owner_id === null ? [] : [row.owner_id]);
  return {
    country: reference.countryById(row.country_id).iso3,
    body: (await bodiesById(context)).get(row.body_id)?.code ?? '',
    instrument: row.instrument_id === null ? '' : reference.instrumentById(row.instrument_id).code,
    title: row.title,
    starts: row.starts_on ?? '',
    ends: row.ends_on ?? '',
    state: row.state,
    source: row.source ?? '',
    asOf: row.as_of ?? '',
    notes: row.notes ?? '',
    owner: owner?.ref ?? '',
  };
}

/** The same in the words of the audit. */
export function auditedReview(values: ReviewValues): Record<string, unknown> {
  const { country, asOf, ...rest } = values;
  return { countries: country, ...rest, as_of: asOf };
}
