import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { pathTo } from '#app/paths.ts';
import { postForReal } from '../ui/post-for-real.ts';

/** How a follow-up stands, as its acts answer. */
export interface Standing {
  done: boolean;
  by: string | null;
  at: string | null;
  snoozedUntil: string | null;
  assignee: string;
}

type Answer = Standing & {
  act: string;
  conflict?: string;
  errors?: Record<string, string>;
};
type Unsaved = { unsaved: 'unreachable' | 'refused' | 'signed-out' };

const UNSAVED_WORDS = {
  unreachable: 'Not saved yet: the server cannot be reached. Try again.',
  refused: 'Not saved: this is not yours to change any more. Reload the list.',
  'signed-out': 'Your session has ended.',
};

/** Where the browser posts an act by itself. */
const ADDRESSES: Record<string, (ref: string) => string> = {
  snooze: pathTo.followUpSnooze,
  wake: pathTo.followUpSnooze,
  assign: pathTo.followUpAssignment,
  'take-back': pathTo.followUpAssignment,
};

/**
 * Acts on a row without leaving the page. Completing shows at once; where that turns out wrong it goes back and says
 * why, and what was typed stays. `trouble` is '' when all is well; `last` is the act that was done, if one was.
 */
export function useFollowUpActs(ref: string, start: Standing) {
  const fetcher = useFetcher<Answer | Unsaved>();
  const [told, setTold] = useState<Standing & { last: string }>();
  const [trouble, setTrouble] = useState('');
  const sent = useRef<FormData>();
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;

  useEffect(() => {
    if (!answer) return;
    if (!('unsaved' in answer)) {
      const { act, conflict, errors, ...stands } = answer;
      const why = conflict ?? Object.values(errors ?? {})[0] ?? '';
      setTold({ ...stands, last: why === '' ? act : '' });
      setTrouble(why);
    } else {
      setTrouble(UNSAVED_WORDS[answer.unsaved]);
      // The sign-in page carries a posted form along: let the browser post it.
      if (answer.unsaved === 'signed-out' && sent.current) {
        const address = ADDRESSES[String(sent.current.get('act'))] ?? pathTo.followUpCompletion;
        postForReal(sent.current, address(ref));
      }
    }
  }, [answer, ref]);

  const post = (form: HTMLFormElement, submitter?: HTMLElement | null) => {
    const fields = new FormData(form, submitter);
    fields.set('ref', ref);
    sent.current = fields;
    fetcher.submit(fields, { method: 'post', action: `${pathTo.followUps()}?index` });
  };
  const busy = fetcher.state !== 'idle';
  // Before the first act it stands as the list says, which may have been read anew.
  const known = told ?? { ...start, last: '' };
  const asked = fetcher.formData?.get('act');
  const done = asked === 'complete' || (known.done && asked !== 'reopen');
  return { ...known, done, busy, trouble: busy ? '' : trouble, post };
}
