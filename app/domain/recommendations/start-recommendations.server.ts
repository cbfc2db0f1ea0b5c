import type { Context } from '../kernel/context.ts';
import { labelOf } from '../reference/reference.server.ts';
import { areaLabels, countryLabel, readingOf, spokenCode } from '../reference/labels.server.ts';
import { bodiesById } from '../reviews/bodies.server.ts';
import { findOpenReview } from '../reviews/find-open-review.server.ts';
import { newKey } from '../reviews/start-review.server.ts';
import { findOpenRecommendation } from './find-open-recommendation.server.ts';
import { recommendationValuesFrom } from './recommendation-values.server.ts';

/** What can be chosen in the forms of recommendations. */
export function recommendationChoices(context: Context) {
  const { reference, actor } = context;
  const areas = reference.terms('work_area').map(({ id }) => id);
  const options = reference.instruments
    .filter(({ retiredOn }) => !retiredOn)
    .flatMap(({ id, code }) => [
      { value: code, label: spokenCode(code), group: spokenCode(code) },
      ...reference.provisions
        .filter((provision) => provision.instrumentId === id)
        .map((provision) => ({
          value: `${code}/${provision.code}`,
          label: `${spokenCode(code)} ${provision.code}: ${labelOf(provision.headings, actor.language)}`,
          group: spokenCode(code),
        })),
    ]);
  return {
    areas: areaLabels(context, areas).map(({ code, ...area }) => ({ value: code, ...area })),
    instruments: options,
    countries: reference.countries.map(({ id }) => countryLabel(context, id).name),
  };
}

export type RecommendationChoices = ReturnType<typeof recommendationChoices>;

/** The page on which the recommendations of a review are pasted. Throws NotFound, Forbidden, Conflict. */
export async function startRecommendations(context: Context, reviewRef: string) {
  const review = await findOpenReview(context, reviewRef);
  const body = (await bodiesById(context)).get(review.body_id);
  return {
    key: newKey(context),
    review: {
      ref: reviewRef,
      title: review.title,
      country: countryLabel(context, review.country_id),
      /** States recommend in the universal periodic review only. */
      byStates: body?.code === 'UPR',
    },
    choices: recommendationChoices(context),
    reading: readingOf(context),
  };
}

export type RecommendationsStart = Awaited<ReturnType<typeof startRecommendations>>;

/** The form of a recommendation that is there already. Throws NotFound, Forbidden, Conflict. */
export async function openRecommendationForEdit(context: Context, ref: string) {
  const row = await findOpenRecommendation(context, ref);
  return {
    ref,
    version: row.version,
    values: await recommendationValuesFrom(context, row),
    review: { ref: row.review_ref, title: row.review_title },
    choices: recommendationChoices(context),
    reading: readingOf(context),
  };
}

export type RecommendationEditView = Awaited<ReturnType<typeof openRecommendationForEdit>>;
