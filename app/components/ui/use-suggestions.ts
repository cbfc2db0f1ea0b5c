import { useEffect, useRef, useState } from 'react';
import type { Choice, Search } from './choice.ts';

const PAUSE_MS = 120;

export interface Suggestions {
  query: string;
  found: readonly Choice[];
  searching: boolean;
  failed: boolean;
}

const NOTHING: Suggestions = { query: '', found: [], searching: false, failed: false };

/** Runs the search behind a text as it is typed: after a pause, the latest only. An empty text asks for nothing. */
export function useSuggestions(text: string, search: Search): Suggestions {
  const [state, setState] = useState<Suggestions>(NOTHING);
  const latest = useRef(search);
  latest.current = search;
  const query = text.trim();
  useEffect(() => {
    if (query === '') {
      setState(NOTHING);
      return;
    }
    const stop = new AbortController();
    setState((before) => ({ ...before, searching: true, failed: false }));
    const timer = setTimeout(() => {
      latest
        .current(query, stop.signal)
        .then((found) => {
          if (!stop.signal.aborted) setState({ query, found, searching: false, failed: false });
        })
        .catch(() => {
          // a lost connection is told, not thrown: what was typed can still be saved as text
          if (!stop.signal.aborted) setState({ query, found: [], searching: false, failed: true });
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);
  return state;
}
