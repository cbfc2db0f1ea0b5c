/** What is done to a commitment, by its name in the audit. */
export const COMMITMENT_ACTS: Readonly<Record<string, string>> = {
  'commitment.made': 'Recorded it',
  'commitment.edited': 'Changed it',
  'commitment.removed': 'Took it out of the record',
  'commitment.settled': 'Said what became of it',
  'commitment.reopened': 'Opened it again',
};
