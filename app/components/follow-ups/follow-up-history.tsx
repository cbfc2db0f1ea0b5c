import { Fragment } from 'react';
import { formatDate, formatInstant, type Reading } from '#app/components/ui/format.ts';
import type { HistoryEntry } from '#app/domain/interactions/read-history.server.ts';

const ACTION_WORDS: Record<string, string> = {
  'follow-up.created': 'Added it',
  'follow-up.edited': 'Changed it',
  'follow-up.removed': 'Took it out',
  'follow-up.completed': 'Completed it',
  'follow-up.reopened': 'Opened it again',
  'follow-up.restored': 'Restored it',
  'follow-up.snoozed': 'Put it off',
  'follow-up.woken': 'Made it due again',
  'follow-up.reassigned': 'Gave it to a colleague',
  'follow-up.moved': 'Moved its date',
};

/** Who did what and when, each field before and after. Closed at first. */
export function FollowUpHistory({ history, reading }: { history: HistoryEntry[]; reading: Reading }) {
  const spoken = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text, reading) : text);
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
