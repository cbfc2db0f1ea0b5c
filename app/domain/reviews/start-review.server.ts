import { listStaff } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { countryChoices, instrumentChoices } from '../reference/filters.server.ts';
import { readingOf } from '../reference/labels.server.ts';
import { bodiesById, bodyChoices } from './bodies.server.ts';
import { findOpenReview } from './find-open-review.server.ts';
import { requireKeeper } from './require-keeper.ts';
import type { ReviewValues } from './review-form.ts';
import { reviewValuesFrom } from './review-values.server.ts';

/** What can be chosen in the form of a review. */
export async function reviewChoices(context: Context) {
  return {
    countries: countryChoices(context),
    bodies: bodyChoices(await bodiesById(context)),
    instruments: instrumentChoices(context),
    staff: (await listStaff(context.db)).map(({ ref, name }) => ({ value: ref, label: name })),
  };
}

export type ReviewChoices = Awaited<ReturnType<typeof reviewChoices>>;

/** An empty form of a review, with the country and the body that an address names. Throws Forbidden. */
export async function startReview(context: Context, asked: { country: string; body: string }) {
  requireKeeper(context.actor);
  const values: ReviewValues = {
    country: context.reference.findCountry(asked.country)?.iso3 ?? '',
    body: '',
    instrument: '',
    title: '',
    starts: '',
    ends: '',
    state: 'expected',
    source: '',
    asOf: '',
    notes: '',
    owner: context.actor.ref,
  };
  const choices = await reviewChoices(context);
  if (choices.bodies.some(({ value }) => value === asked.body)) values.body = asked.body;
  return { key: newKey(context), values, choices, reading: readingOf(context) };
}

/** The form of a review that is there already. Throws NotFound, Forbidden, Conflict. */
export async function openReviewForEdit(context: Context, ref: string) {
  const row = await findOpenReview(context, ref);
  return {
    ref,
    version: row.version,
    values: await reviewValuesFrom(context, row),
    choices: await reviewChoices(context),
    /** The calendar of the UPR decides what review this is, and, where it has one, the date. */
    calendar: row.upr_review_id === null ? null : { dated: row.upr_starts_on !== null },
    reading: readingOf(context),
  };
}

export type ReviewEditView = Awaited<ReturnType<typeof openReviewForEdit>>;

/** Names one opening of a form. */
export function newKey({ random }: Pick<Context, 'random'>): string {
  return Buffer.from(random(12)).toString('base64url');
}
