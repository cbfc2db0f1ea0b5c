import { Fragment } from 'react';
import type { HistoryEntry } from '#app/domain/interactions/read-history.server.ts';
import { formatDate, formatInstant, type Reading } from '../ui/format.ts';

/** "Work areas" for `work_areas`. */
function fieldInWords(field: string): string {
  const words = field.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Who did what and when, each field before and after; nothing where nobody did anything. Closed at first, unless told
 * otherwise: most readers come for the record itself.
 */
export function ChangeHistory(props: {
  history: readonly HistoryEntry[];
  /** What was done, by its name in the audit. */
  words: Readonly<Record<string, string>>;
  /** Fields whose name in the audit is not the word for them. */
  labels?: Readonly<Record<string, string>>;
  reading: Reading;
  title?: string;
  isOpen?: boolean;
}) {
  const { history, words, labels = {}, reading, title = 'History of changes' } = props;
  if (history.length === 0) return null;
  const spoken = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text, reading) : text);
  return (
    <details className="panel" open={props.isOpen}>
      <summary>
        {title} <small className="soft">{history.length}</small>
      </summary>
      <ol className="entries">
        {history.map((entry, index) => (
          <li key={index} className="change">
            <p>
              <strong>{words[entry.action] ?? entry.action}</strong>{' '}
              <span className="soft">
                {entry.who}, {formatInstant(entry.at, reading)}
              </span>
            </p>
            <dl className="facts">
              {entry.changes.map((change) => (
                <Fragment key={change.field}>
                  <dt>{labels[change.field] ?? fieldInWords(change.field)}</dt>
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
