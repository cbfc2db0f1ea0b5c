import {
  countRecommendationsByResponse,
  findRecommendationPlace,
  listRecommendationAreas,
  listRecommendations,
  type RecommendationFilter,
  type RecommendationPlace,
} from '#db/queries/recommendation-list.ts';
import { countVisiblePushes } from '#db/queries/recommendation-links.ts';
import { findReview } from '#db/queries/reviews.ts';
import type { StateResponse } from '#db/schema/reviews.ts';
import type { Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import {
  activeWords,
  countryChoices,
  countryNamed,
  instrumentChoices,
  instrumentNamed,
  oneOfWords,
  termChoices,
  termNamed,
  type ActiveWord,
} from '../reference/filters.server.ts';
import {
  areaLabels,
  countryLabel,
  readingOf,
  spokenCode,
  type AreaLabel,
  type CountryLabel,
} from '../reference/labels.server.ts';
import { bodiesById, bodyChoices, bodyNamed } from '../reviews/bodies.server.ts';
import { mayKeepReviews } from '../reviews/policy.ts';
import { RESPONSES, RESPONSE_WORDS } from './responses.ts';

/** A recommendation in a list. */
export interface RecommendationGlance {
  ref: string;
  number: string | null;
  text: string;
  by: CountryLabel | null;
  areas: AreaLabel[];
  instrument: { code: string; spoken: string; provision: string | null } | null;
  response: StateResponse;
  responseOn: string | null;
  review: { ref: string; title: string; startsOn: string | null };
  country: CountryLabel;
  /** How many of our records that the reader sees push it. */
  pushes: number;
}

/** Words of the address; '' for what is not asked. */
export interface RecommendationQuestion {
  country: string;
  body: string;
  workArea: string;
  instrument: string;
  response: string;
  /** `yes`: something of ours pushes it; `no`: nothing does. */
  pushed: string;
  review: string;
  after: string;
}

export const PUSHED_WORDS = { yes: 'Pushed by us', no: 'Not pushed by us' };
const PAGE = 50;

/** The register of recommendations, review by review. Throws BadRequest. */
export async function listRecommendationRegister(context: Context, question: RecommendationQuestion) {
  const { db, actor } = context;
  const { filter, active } = await readRecommendationQuestion(context, question);
  const after = question.after === '' ? undefined : await placeOf(context, question.after);
  const rows = await recommendationsAt(context, filter, { after, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  const counts = await countRecommendationsByResponse(db, actor, filter);
  return {
    recommendations: shown,
    next: rows.length > PAGE ? (shown.at(-1)?.ref ?? null) : null,
    turned: after !== undefined,
    active,
    response: filter.response ?? null,
    counts: RESPONSES.map((response) => ({ response, count: counts[response] ?? 0 })),
    choices: {
      countries: countryChoices(context),
      bodies: bodyChoices(await bodiesById(context)),
      workAreas: termChoices(context, 'work_area'),
      instruments: instrumentChoices(context),
      responses: RESPONSES.map((value) => ({ value, label: RESPONSE_WORDS[value] })),
      pushed: Object.entries(PUSHED_WORDS).map(([value, label]) => ({ value, label })),
    },
    mayKeep: mayKeepReviews(actor),
    reading: readingOf(context),
  };
}

export type RecommendationRegisterView = Awaited<ReturnType<typeof listRecommendationRegister>>;

/** What the register is asked. Throws BadRequest for what is not in its lists. */
export async function readRecommendationQuestion(context: Context, question: RecommendationQuestion) {
  const country = countryNamed(context, question.country);
  const body = bodyNamed(await bodiesById(context), question.body);
  const workArea = termNamed(context, 'work_area', question.workArea);
  const instrument = instrumentNamed(context, question.instrument);
  const response = oneOfWords(RESPONSES, question.response);
  const pushed = oneOfWords(['yes', 'no'] as const, question.pushed);
  const review = question.review === '' ? undefined : await reviewNamed(context, question.review);
  const filter: RecommendationFilter = {
    reviewId: review?.id,
    countryIds: country && [country.id],
    bodyId: body?.id,
    workAreaId: workArea?.id,
    instrumentId: instrument?.id,
    response,
    pushed: pushed && pushed === 'yes',
  };
  const active: ActiveWord[] = [
    ...activeWords(context, { country, instrument, work_area: workArea }),
    ...(body ? [{ name: 'body', value: body.code, label: body.short }] : []),
    ...(response ? [{ name: 'response', value: response, label: RESPONSE_WORDS[response] }] : []),
    ...(pushed ? [{ name: 'pushed', value: pushed, label: PUSHED_WORDS[pushed] }] : []),
    ...(review ? [{ name: 'review', value: review.ref, label: review.title }] : []),
  ];
  return { filter, active };
}

/** Some recommendations in the order of the register, as lists show them. */
export async function recommendationsAt(
  context: Context,
  filter: RecommendationFilter,
  page: { after?: RecommendationPlace | undefined; limit: number },
): Promise<RecommendationGlance[]> {
  const { db, actor, reference } = context;
  const rows = await listRecommendations(db, actor, filter, page);
  const ids = rows.map(({ id }) => id);
  const areas = await listRecommendationAreas(db, ids);
  const pushes = await countVisiblePushes(db, actor, ids);
  return rows.map((row) => ({
    ref: row.ref,
    number: row.number,
    text: row.body,
    by: row.by_country_id === null ? null : countryLabel(context, row.by_country_id),
    areas: areaLabels(
      context,
      areas.filter((one) => one.recommendation_id === row.id).map((one) => one.work_area_id),
    ),
    instrument:
      row.instrument_id === null
        ? null
        : {
            code: reference.instrumentById(row.instrument_id).code,
            spoken: spokenCode(reference.instrumentById(row.instrument_id).code),
            provision: row.provision_id === null ? null : reference.provisionById(row.provision_id).code,
          },
    response: row.response,
    responseOn: row.response_on,
    review: { ref: row.review_ref, title: row.review_title, startsOn: row.review_starts_on },
    country: countryLabel(context, row.country_id),
    pushes: pushes.get(row.id) ?? 0,
  }));
}

async function reviewNamed({ db }: Context, ref: string) {
  const row = isRef(ref) ? await findReview(db, ref) : undefined;
  if (!row) throw new BadRequest('There is no such review.');
  return row;
}

async function placeOf({ db }: Context, ref: string) {
  const place = isRef(ref) ? await findRecommendationPlace(db, ref) : undefined;
  if (!place) throw new BadRequest('This is no place in a list.');
  return place;
}
