import type { ReactNode } from 'react';
import type { Reading, Tone } from './format.ts';
import { lateness } from './format.ts';

/** A state in a word; the tone colours what the word already says. */
export function Tag({ tone = 'plain', children }: { tone?: Tone | 'accent'; children: ReactNode }) {
  return <span className={tone === 'plain' ? 'tag' : `tag ${tone}`}>{children}</span>;
}

/** A due date as its owner feels it: "9 days late", "today", "1 Dec". */
export function Lateness({ dueOn, reading }: { dueOn: string; reading: Reading }) {
  const { words, tone } = lateness(dueOn, reading);
  return (
    <time dateTime={dueOn} className={tone === 'plain' ? 'tag' : `tag ${tone}`}>
      {words}
    </time>
  );
}
