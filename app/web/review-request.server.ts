import type { RecommendationQuestion } from '#app/domain/recommendations/list-recommendations.server.ts';
import type { ReviewQuestion } from '#app/domain/reviews/read-review-question.server.ts';
import { readQuery } from './forms.ts';

// The words of the addresses of the registers of reviews and of recommendations.

export function readReviewWords(request: Request): ReviewQuestion {
  const query = readQuery(request);
  return {
    country: query.one('country'),
    region: query.one('region'),
    body: query.one('body'),
    state: query.one('state'),
    from: query.one('from'),
    to: query.one('to'),
    due: query.one('due'),
    sort: query.one('sort'),
    after: query.one('after'),
  };
}

export function readRecommendationWords(request: Request): RecommendationQuestion {
  const query = readQuery(request);
  return {
    country: query.one('country'),
    body: query.one('body'),
    workArea: query.one('work_area'),
    instrument: query.one('instrument'),
    response: query.one('response'),
    pushed: query.one('pushed'),
    review: query.one('review'),
    after: query.one('after'),
  };
}
