import { listRecommendationAreas } from '#db/queries/recommendation-list.ts';
import type { RecommendationRecord } from '#db/queries/recommendations.ts';
import type { Context } from '../kernel/context.ts';
import { areaLabels } from '../reference/labels.server.ts';
import type { RecommendationValues } from './recommendation-form.ts';

/** A stored recommendation as its form shows it. */
export async function recommendationValuesFrom(
  context: Context,
  row: RecommendationRecord,
): Promise<RecommendationValues> {
  const { reference, db } = context;
  const areas = await listRecommendationAreas(db, [row.id]);
  const instrument = row.instrument_id === null ? '' : reference.instrumentById(row.instrument_id).code;
  const provision = row.provision_id === null ? '' : `/${reference.provisionById(row.provision_id).code}`;
  return {
    number: row.number ?? '',
    text: row.body,
    by: row.by_country_id === null ? '' : reference.countryById(row.by_country_id).iso3,
    workAreas: areaLabels(
      context,
      areas.map((one) => one.work_area_id),
    ).map(({ code }) => code),
    instrument: instrument + provision,
    response: row.response,
    responseOn: row.response_on ?? '',
  };
}

/** The same in the words of the audit. */
export function auditedRecommendation(values: RecommendationValues): Record<string, unknown> {
  const { by, workAreas, responseOn, response, ...rest } = values;
  return { ...rest, countries: by, work_areas: workAreas, answer: response, answered_on: responseOn };
}
