import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { pathTo } from '#app/paths.ts';

/** How a follow-up stands, as its completion answers. */
export interface Standing {
  done: boolean;
  by: string | null;
  at: string | null;
}

type Answer = Standing & { conflict?: string; error?: string };
type Unsaved = { unsaved: 'unreachable' | 'refused' | 'signed-out' };

const UNSAVED_WORDS = {
  unreachable: 'Not saved yet: the server cannot be reached. Try again.',
  refused: 'Not saved: this is not yours to complete any more. Reload the list.',
  'signed-out': 'Your session has ended.',
};

/**
 * Completes a row without leaving the page. It shows as done at once; where that turns out wrong it goes back and says
 * why, and what was typed stays. `trouble` is '' when all is well.
 */
export function useCompletion(ref: string, start: Standing) {
  const fetcher = useFetcher<Answer | Unsaved>();
  const [known, setKnown] = useState(start);
  const [trouble, setTrouble] = useState('');
  const sent = useRef<FormData>();
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;

  useEffect(() => {
    if (!answer) return;
    if (!('unsaved' in answer)) {
      setKnown({ done: answer.done, by: answer.by, at: answer.at });
      setTrouble(answer.conflict ?? answer.error ?? '');
    } else {
      setTrouble(UNSAVED_WORDS[answer.unsaved]);
      // The sign-in page carries a posted form along: let the browser post it.
      if (answer.unsaved === 'signed-out' && sent.current) {
        postForReal(pathTo.followUpCompletion(ref), sent.current);
      }
    }
  }, [answer, ref]);

  const post = (form: HTMLFormElement) => {
    const fields = new FormData(form);
    fields.set('ref', ref);
    sent.current = fields;
    fetcher.submit(fields, { method: 'post', action: `${pathTo.followUps()}?index` });
  };
  const busy = fetcher.state !== 'idle';
  const shown = fetcher.formData ? fetcher.formData.get('act') !== 'reopen' : known.done;
  return { done: shown, by: known.by, at: known.at, busy, trouble: busy ? '' : trouble, post };
}

function postForReal(action: string, fields: FormData): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  form.hidden = true;
  for (const [name, value] of fields) {
    const field = document.createElement('textarea');
    field.name = name;
    field.value = String(value);
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
