/** What is done to a follow-up, by its name in the audit. */
export const FOLLOW_UP_ACTS: Readonly<Record<string, string>> = {
  'follow-up.created': 'Added it',
  'follow-up.edited': 'Changed it',
  'follow-up.removed': 'Took it out',
  'follow-up.completed': 'Completed it',
  'follow-up.reopened': 'Opened it again',
  'follow-up.restored': 'Restored it',
  'follow-up.snoozed': 'Put it off',
  'follow-up.woken': 'Made it due again',
  'follow-up.reassigned': 'Gave it to a colleague',
  'follow-up.taken-back': 'Took it back',
  'follow-up.moved': 'Moved its date',
};
