import { countReviewsByState, findReviewPlace, listReviewsBy } from '#db/queries/review-list.ts';
import { today, type Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { countryChoices } from '../reference/filters.server.ts';
import { readingOf } from '../reference/labels.server.ts';
import { bodiesById, bodyChoices } from './bodies.server.ts';
import { glanceReviews } from './glance-reviews.server.ts';
import { mayKeepReviews } from './policy.ts';
import {
  DUE_WORDS,
  readReviewQuestion,
  regionsOf,
  type ReviewQuestion,
} from './read-review-question.server.ts';

const PAGE = 50;

/** The register of reviews: those to come, the next first, unless asked otherwise. Throws BadRequest. */
export async function listReviewRegister(context: Context, question: ReviewQuestion) {
  const { db, actor } = context;
  const bodies = await bodiesById(context);
  const { filter, active, state, sort } = readReviewQuestion(context, bodies, question);
  const after = question.after === '' ? undefined : await placeOf(context, question.after);
  const latestFirst = sort === 'date_desc';
  const rows = await listReviewsBy(db, filter, { after, latestFirst, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  const counts = await countReviewsByState(db, filter, today(context));
  const choice = (value: string, label = value) => ({ value, label });
  return {
    reviews: await glanceReviews(context, shown, bodies),
    next: rows.length > PAGE ? (shown.at(-1)?.ref ?? null) : null,
    turned: after !== undefined,
    counts,
    active,
    state,
    sort,
    choices: {
      countries: countryChoices(context),
      regions: regionsOf(context).map((region) => choice(region)),
      bodies: bodyChoices(bodies),
      due: Object.entries(DUE_WORDS).map(([value, label]) => choice(value, label)),
    },
    mayKeep: mayKeepReviews(actor),
    reading: readingOf(context),
  };
}

export type ReviewRegisterView = Awaited<ReturnType<typeof listReviewRegister>>;

async function placeOf({ db }: Context, ref: string) {
  const place = isRef(ref) ? await findReviewPlace(db, ref) : undefined;
  if (!place) throw new BadRequest('This is no place in a list.');
  return place;
}
