import { Fragment } from 'react';
import type { HistoryEntry } from '#app/domain/interactions/read-history.server.ts';
import { formatDate, formatInstant, type Reading } from '../ui/format.ts';

const ACTION_WORDS: Record<string, string> = {
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
  'recommendation.recorded': 'Recorded it',
  'recommendation.edited': 'Changed it',
  'recommendation.answered': 'Recorded the answer of the State',
  'recommendation.archived': 'Archived it',
  'recommendation.restored': 'Restored it',
};

/** Who did what and when, each field before and after. Closed at first. */
export function ChangeHistory({ history, reading }: { history: HistoryEntry[]; reading: Reading }) {
  const spoken = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text, reading) : text);
  if (history.length === 0) return null;
  return (
    <details className="panel">
      <summary>
        History of changes <small className="soft">{history.length}</small>
      </summary>
      <ol className="entries">
        {history.map((entry, index) => (
          <li key={index} className="change">
            <p>
              <strong>{ACTION_WORDS[entry.action] ?? entry.action}</strong>{' '}
              <span className="soft">
                {entry.who}, {formatInstant(entry.at, reading)}
              </span>
            </p>
            <dl className="facts">
              {entry.changes.map((change) => (
                <Fragment key={change.field}>
                  <dt>{change.field.replaceAll('_', ' ')}</dt>
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
