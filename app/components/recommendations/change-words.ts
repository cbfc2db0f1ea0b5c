/** What is done to a recommendation, by its name in the audit. */
export const RECOMMENDATION_ACTS: Readonly<Record<string, string>> = {
  'recommendation.recorded': 'Recorded it',
  'recommendation.edited': 'Changed it',
  'recommendation.answered': 'Recorded the answer of the State',
  'recommendation.archived': 'Archived it',
  'recommendation.restored': 'Restored it',
};
