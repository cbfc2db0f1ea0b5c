import type { ReactNode } from 'react';
import type { Tone } from './format.ts';

/** A word to the reader, in place: archived, a draft found, two people were here. */
export function Notice({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className={tone ? `notice ${tone}` : 'notice'} role="note">
      {children}
    </div>
  );
}
