import { formatDate, formatInstant } from '#app/components/ui/format.ts';
import type { InteractionView } from '#app/domain/interactions/show-interaction.server.ts';

const ACTION_WORDS: Record<string, string> = {
  'interaction.logged': 'Logged it',
  'interaction.edited': 'Changed it',
  'interaction.held': 'Marked it as held',
  'interaction.archived': 'Archived it',
  'interaction.restored': 'Restored it',
  'advice.given': 'Added advice',
  'advice.edited': 'Changed the advice',
  'advice.removed': 'Took advice out',
  'advice.moved': 'Said what came of the advice',
  'commitment.made': 'Added a commitment',
  'commitment.edited': 'Changed a commitment',
  'commitment.removed': 'Took a commitment out',
  'follow-up.created': 'Added a follow-up',
  'follow-up.edited': 'Changed a follow-up',
  'follow-up.removed': 'Took a follow-up out',
  'follow-up.completed': 'Completed a follow-up',
  'follow-up.reopened': 'Opened a follow-up again',
  'assessment.written': 'Wrote an assessment',
  'assessment.edited': 'Changed the assessment',
};

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
                <div key={change.field}>
                  <dt>{change.field.replaceAll('_', ' ')}</dt>
                  <dd>
                    {change.before === '' ? null : <del>{spoken(change.before)}</del>}{' '}
                    {change.after === '' ? null : <ins>{spoken(change.after)}</ins>}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </details>
  );
}
