import { useEffect, useRef, useState } from 'react';
import { formEntries, isWorthKeeping } from '#app/domain/interactions/form-entries.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import { pathTo } from '#app/paths.ts';

const PAUSE_MS = 1500;
const RETRY_MS = 6000;
/** Browsers carry at most 64 kB out of a page that is closing. */
const FAREWELL_BYTES = 60_000;

export type DraftState = { state: 'none' } | { state: 'kept'; at: number } | { state: 'retrying' };

/**
 * Keeps the form on the server as it is typed: after a pause, and at once when the page is hidden or left.
 * Never in the browser. `stopped`: the form is being saved, or was.
 */
export function useKeptDraft(form: InteractionForm, subject: string, stopped: boolean): DraftState {
  const [state, setState] = useState<DraftState>({ state: 'none' });
  const [attempt, setAttempt] = useState(0);
  const first = useRef(form);
  const kept = useRef<InteractionForm>(form);
  const latest = useRef({ form, subject, stopped });
  latest.current = { form, subject, stopped };

  useEffect(() => {
    if (stopped || form === kept.current || form === first.current || !isWorthKeeping(form)) return;
    const timer = setTimeout(async () => {
      const sent = latest.current.form;
      try {
        const answer = await fetch(pathTo.draft(sent.key), { method: 'POST', body: bodyOf(sent, subject) });
        if (!answer.ok) throw new Error(`The draft was answered ${answer.status}.`);
        kept.current = sent;
        setState({ state: 'kept', at: Date.now() });
      } catch {
        setState({ state: 'retrying' });
        setTimeout(() => setAttempt((count) => count + 1), RETRY_MS);
      }
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [form, subject, stopped, attempt]);

  useEffect(() => {
    const leave = () => {
      const { form: now, subject: about, stopped: saved } = latest.current;
      if (saved || now === kept.current || now === first.current || !isWorthKeeping(now)) return;
      const body = bodyOf(now, about);
      const keepalive = body.toString().length < FAREWELL_BYTES;
      kept.current = now;
      void fetch(pathTo.draft(now.key), { method: 'POST', body, keepalive }).catch(() => {
        kept.current = first.current;
      });
    };
    const hide = () => document.visibilityState === 'hidden' && leave();
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', leave);
    };
  }, []);

  return state;
}

function bodyOf(form: InteractionForm, subject: string): URLSearchParams {
  return new URLSearchParams([...formEntries(form), ['subject', subject]]);
}
