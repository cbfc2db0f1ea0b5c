/** What is done to advice and its files, by its name in the audit. */
export const ADVICE_ACTS: Readonly<Record<string, string>> = {
  'advice.given': 'Recorded it',
  'advice.edited': 'Changed it',
  'advice.removed': 'Took it out of the meeting',
  'advice.moved': 'Said what came of it',
  'advice.step-edited': 'Changed the words of a step',
  'advice.archived': 'Archived it',
  'advice.restored': 'Restored it',
  'attachment.added': 'Added a file',
  'attachment.archived': 'Took a file off',
  'attachment.restored': 'Put a file back',
};
