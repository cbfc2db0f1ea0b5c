import { Fragment } from 'react';
import { EDITABLE } from '#app/domain/objectives/objective-form.ts';
import type { HistoryEntry } from '#app/domain/interactions/read-history.server.ts';
import { formatDate, formatInstant, type Reading } from '../ui/format.ts';

const ACTION_WORDS: Record<string, string> = {
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

/** Who did what and when, each field before and after. Closed at first. */
export function ObjectiveHistory({ history, reading }: { history: HistoryEntry[]; reading: Reading }) {
  const spoken = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text, reading) : text);
  const named = (field: string) => (EDITABLE as Record<string, string>)[field] ?? field.replaceAll('_', ' ');
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
                  <dt>{named(change.field)}</dt>
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
