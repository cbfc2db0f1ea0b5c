import type { RecommendationQuestion } from '#app/domain/recommendations/list-recommendations.server.ts';
import type { ReviewQuestion } from '#app/domain/reviews/read-review-question.server.ts';
import { readQuery } from './forms.ts';

// The words of the addresses of the registers of reviews and of recommendations.

export function readReviewWords(request: Request): ReviewQuestion {
  const filters = ['country', 'region', 'body', 'state', 'from', 'to', 'due'];
  const query = readQuery(request, { known: [...filters, 'sort', 'after'] });
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
  const filters = ['country', 'body', 'work_area', 'instrument', 'response', 'pushed', 'review'];
  const query = readQuery(request, { known: [...filters, 'after'] });
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
