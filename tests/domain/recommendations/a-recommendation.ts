import type { RecommendationValues } from '#app/domain/recommendations/recommendation-form.ts';

/** A question that asks for everything. */
export const ALL = {
  country: '',
  body: '',
  workArea: '',
  instrument: '',
  response: '',
  pushed: '',
  review: '',
  after: '',
};

export const values = (rest: Partial<RecommendationValues> = {}): RecommendationValues => ({
  number: '12',
  text: 'Designate the national preventive mechanism',
  by: '',
  workAreas: ['preventive_mechanisms'],
  instrument: 'OPCAT/17',
  response: 'pending',
  responseOn: '',
  ...rest,
});
