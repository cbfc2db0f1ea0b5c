import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormView } from '#app/domain/interactions/form-view.ts';
import { postForReal } from '../../ui/post-for-real.ts';
import type { SaveState } from './interaction-form.tsx';

type Answer = FormView | { unsaved: 'unreachable' | 'refused' | 'signed-out' };

/** Sends the form without leaving the page, and holds the view that is shown: the page's own, then each answer. */
export function usePost(start: FormView) {
  const fetcher = useFetcher<Answer>();
  const [view, setView] = useState(start);
  const [unsaved, setUnsaved] = useState<SaveState['unsaved']>('');
  const sent = useRef<FormData>();
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;

  useEffect(() => {
    if (!answer) return;
    if (!('unsaved' in answer)) {
      setView({ ...answer, drafts: start.drafts });
      setUnsaved('');
    } else if (answer.unsaved === 'signed-out') {
      // The sign-in page carries a posted form along: let the browser post it.
      if (sent.current) postForReal(sent.current);
    } else {
      setUnsaved(answer.unsaved);
    }
  }, [answer, start.drafts]);

  const { submit } = fetcher;
  const post = useCallback(
    (fields: FormData) => {
      sent.current = fields;
      submit(fields, { method: 'post' });
    },
    [submit],
  );
  const busy = fetcher.state !== 'idle';
  return { view, post, save: { unsaved: busy ? '' : unsaved, busy } satisfies SaveState };
}
