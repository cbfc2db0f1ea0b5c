/** What is done to a review and to its deadlines, by its name in the audit. */
export const REVIEW_ACTS: Readonly<Record<string, string>> = {
  'review.scheduled': 'Added it',
  'review.edited': 'Changed it',
  'review.archived': 'Archived it',
  'review.restored': 'Restored it',
  'deadline.set': 'Set a deadline',
  'deadline.edited': 'Changed a deadline',
  'deadline.moved': 'Moved a deadline with the review',
  'deadline.completed': 'Marked a deadline as done',
  'deadline.reopened': 'Opened a deadline again',
  'deadline.removed': 'Took out a deadline',
  'deadline.restored': 'Brought back a deadline',
};
