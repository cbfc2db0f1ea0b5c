import { Fragment } from 'react';
import { formatDate, formatInstant } from '#app/components/ui/format.ts';
import type { InteractionView } from '#app/domain/interactions/show-interaction.server.ts';

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

/** "Work areas" for `work_areas`. */
function fieldInWords(field: string): string {
  const words = field.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Who did what and when, each field before and after. Closed at first: most readers come for the meeting. */
export function RecordHistory({ view }: { view: InteractionView }) {
  const spoken = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text, view.reading) : text);
  return (
    <details className="panel">
      <summary>
        History of changes <small className="soft">{view.history.length}</small>
      </summary>
      <ol className="entries">
        {view.history.map((entry, index) => (
          <li key={index} className="change">
            <p>
              <strong>{ACTION_WORDS[entry.action] ?? entry.action}</strong>{' '}
              <span className="soft">
                {entry.who}, {formatInstant(entry.at, view.reading)}
              </span>
            </p>
            <dl className="facts">
              {entry.changes.map((change) => (
                <Fragment key={change.field}>
                  <dt>{fieldInWords(change.field)}</dt>
                  <dd>
                    {change.before === '' ? null : <del>{spoken(change.before)}</del>}{' '}
                    {change.after === '' ? null : <ins>{spoken(change.after)}</ins>}
                  </dd>
                </Fragment>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </details>
  );
}
