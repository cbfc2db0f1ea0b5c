import type { ReactNode } from 'react';
import type { Reading } from './format.ts';
import { formatShortDate } from './format.ts';

export interface TimelineEntry {
  key: string;
  on: string;
  title: ReactNode;
  href?: string;
  /** Level, tag, work areas: what stands right after the title. */
  marks?: ReactNode;
  sub?: ReactNode;
}

/** What happened, newest first. Long ones are cheaper written as plain `<li>` with the same classes. */
export function Timeline({ entries, reading }: { entries: readonly TimelineEntry[]; reading: Reading }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.key}>
          <time dateTime={entry.on}>{formatShortDate(entry.on, reading)}</time>
          <div>
            {entry.href ? <a href={entry.href}>{entry.title}</a> : entry.title} {entry.marks}
            {entry.sub ? <span className="sub">{entry.sub}</span> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
