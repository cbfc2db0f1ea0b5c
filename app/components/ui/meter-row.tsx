import type { ReactNode } from 'react';
import type { Tone } from './format.ts';

export interface MeterRow {
  key: string;
  label: ReactNode;
  href?: string;
  /** The value in words: "231 days · neglected". */
  words: string;
  /** 0 to 1 of the bar. */
  share: number;
  tone?: Tone;
}

/** Rows that compare by length; the words say all, the bar only shows it. */
export function MeterRows({ rows }: { rows: readonly MeterRow[] }) {
  return (
    <ul className="meters">
      {rows.map((row) => (
        <li key={row.key}>
          {row.href ? <a href={row.href}>{row.label}</a> : <span>{row.label}</span>}
          <span className={row.tone}>{row.words}</span>
          <svg className={row.tone ? `meter ${row.tone}` : 'meter'} aria-hidden="true">
            <rect
              width={`${Math.round(Math.min(1, Math.max(0.02, row.share)) * 100)}%`}
              height="100%"
              rx="3"
            />
          </svg>
        </li>
      ))}
    </ul>
  );
}
