/** What is done to an objective, its stances and its files, by its name in the audit. */
export const OBJECTIVE_ACTS: Readonly<Record<string, string>> = {
  'objective.set': 'Set it',
  'objective.edited': 'Changed it',
  'objective.moved': 'Moved it',
  'objective.moved-back': 'Took a move back',
  'objective.archived': 'Archived it',
  'objective.restored': 'Restored it',
  'stance.observed': 'Noted a stance',
  'stance.withdrawn': 'Took a stance out',
  'attachment.added': 'Added a file',
  'attachment.archived': 'Took a file off',
  'attachment.restored': 'Put a file back',
};
