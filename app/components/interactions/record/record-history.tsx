import type { InteractionView } from '#app/domain/interactions/show-interaction.server.ts';
import { ChangeHistory } from '../../timeline/change-history.tsx';

const ACTION_WORDS: Record<string, string> = {
  'interaction.logged': 'Logged it',
  'interaction.edited': 'Changed it',
  'interaction.held': 'Marked it as held',
  'interaction.cancelled': 'Cancelled it',
  'interaction.reinstated': 'Planned it again',
  'interaction.rescheduled': 'Moved it',
  'interaction.archived': 'Archived it',
  'interaction.restored': 'Restored it',
  'advice.given': 'Added advice',
  'advice.edited': 'Changed the advice',
  'advice.removed': 'Took advice out',
  'advice.moved': 'Said what came of the advice',
  'recommendation.linked': 'Said that it pushes a recommendation',
  'recommendation.unlinked': 'Said that it does not push a recommendation',
  'advice.step-edited': 'Changed what was said of the advice',
  'advice.archived': 'Put advice away',
  'advice.restored': 'Brought advice back',
  'commitment.made': 'Added a commitment',
  'commitment.edited': 'Changed a commitment',
  'commitment.removed': 'Took a commitment out',
  'follow-up.created': 'Added a follow-up',
  'follow-up.edited': 'Changed a follow-up',
  'follow-up.removed': 'Took a follow-up out',
  'follow-up.completed': 'Completed a follow-up',
  'follow-up.reopened': 'Opened a follow-up again',
  'attachment.added': 'Added a file',
  'attachment.archived': 'Took a file off',
  'attachment.restored': 'Put a file back',
  'assessment.written': 'Wrote an assessment',
  'assessment.edited': 'Changed the assessment',
};

/** Who did what and when to the meeting and to what hangs on it. */
export function RecordHistory({ view }: { view: InteractionView }) {
  return <ChangeHistory history={view.history} words={ACTION_WORDS} reading={view.reading} />;
}
