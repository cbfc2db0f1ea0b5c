import { Fragment } from 'react';
import type { HistoryEntry } from '#app/domain/interactions/read-history.server.ts';
import { formatDate, formatInstant, type Reading } from '../ui/format.ts';

const ACTION_WORDS: Record<string, string> = {
  'commitment.made': 'Recorded it',
  'commitment.edited': 'Changed it',
  'commitment.removed': 'Took it out of the record',
  'commitment.settled': 'Said what became of it',
  'commitment.reopened': 'Opened it again',
};

/** Who did what and when, each field before and after. Open at once: it is what one comes for. */
export function CommitmentHistory({ history, reading }: { history: HistoryEntry[]; reading: Reading }) {
  const spoken = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text, reading) : text);
  return (
    <details className="panel" open>
      <summary>
        History <small className="soft">{history.length}</small>
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
