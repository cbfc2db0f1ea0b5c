import { useEffect, useState } from 'react';
import type { Reading } from '../../ui/format.ts';
import { formatInstant, pluralise } from '../../ui/format.ts';
import type { DraftState } from './use-kept-draft.ts';

/** "Draft kept 12 s ago": quiet, and not read out at every tick. */
export function DraftNote({ draft, reading }: { draft: DraftState; reading: Reading }) {
  const [now, setNow] = useState(0);
  const at = draft.state === 'kept' ? draft.at : 0;
  useEffect(() => {
    setNow(Date.now());
    if (at === 0) return;
    const timer = setInterval(() => setNow(Date.now()), 4000);
    return () => clearInterval(timer);
  }, [at]);
  if (draft.state === 'none') return null;
  if (draft.state === 'retrying') return <span role="status">Not saved yet: retrying</span>;
  return <span>{keptWords(at, Math.max(at, now), reading)}</span>;
}

function keptWords(at: number, now: number, reading: Reading): string {
  const seconds = Math.floor((now - at) / 1000);
  if (seconds < 2) return 'Draft kept';
  if (seconds < 60) return pluralise(seconds, { other: 'Draft kept {n} s ago' }, reading);
  if (seconds < 3600)
    return pluralise(Math.floor(seconds / 60), { other: 'Draft kept {n} min ago' }, reading);
  return `Draft kept ${formatInstant(new Date(at).toISOString(), reading)}`;
}
