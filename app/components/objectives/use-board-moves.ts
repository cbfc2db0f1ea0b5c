import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { pathTo } from '#app/paths.ts';

export interface Standing {
  ref: string;
  stage: string;
  stageLabel: string;
  movedOn: string;
}

interface Answer {
  standing: Standing;
  move?: string;
  conflict?: string;
  errors?: Record<string, string>;
}

type Unsaved = { unsaved: 'unreachable' | 'refused' | 'signed-out' };

/** What became of the last move, to be told: on the board, or in the dialog that asked for it. */
export interface Told {
  ref: string;
  /** 'moved' and 'back' went well. */
  kind: 'moved' | 'back' | 'conflict' | 'refused' | 'unsaved';
  words: string;
  errors: Record<string, string>;
  move: string;
  /** Code of the stage at which it stands now, as far as that is known. */
  stage?: string;
}

const UNSAVED_WORDS = {
  unreachable: 'Not moved yet: the server cannot be reached. Try again.',
  refused: 'Not moved: this is not yours to move any more. Reload the board.',
  'signed-out': 'Not moved: your session has ended. Sign in again, then move it.',
};

/**
 * Moves cards without leaving the board. A card stands at its new stage at once; where that turns out wrong it goes
 * back, to where it really stands, and says why.
 */
export function useBoardMoves(start: readonly Standing[]) {
  const fetcher = useFetcher<Answer | Unsaved>();
  const [known, setKnown] = useState<ReadonlyMap<string, Standing>>(new Map());
  const [told, setTold] = useState<Told | null>(null);
  const posted = useRef<FormData>();
  const handled = useRef<unknown>();
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;

  useEffect(() => {
    if (!answer || handled.current === answer) return;
    handled.current = answer;
    const ref = String(posted.current?.get('ref') ?? '');
    if ('unsaved' in answer) {
      setTold({ ref, kind: 'unsaved', words: UNSAVED_WORDS[answer.unsaved], errors: {}, move: '' });
      return;
    }
    const { standing, errors = {}, conflict, move = '' } = answer;
    setKnown((before) => new Map(before).set(standing.ref, standing));
    const takenBack = posted.current?.get('act') === 'take-back';
    if (conflict !== undefined) {
      setTold({
        ref,
        kind: 'conflict',
        words: `${conflict} It stands at ${standing.stageLabel}.`,
        errors,
        move: '',
        stage: standing.stage,
      });
    } else if (Object.keys(errors).length > 0) {
      setTold({ ref, kind: 'refused', words: 'Not moved yet. What you typed is kept.', errors, move: '' });
    } else if (takenBack) {
      setTold({ ref, kind: 'back', words: `Back at ${standing.stageLabel}.`, errors, move: '' });
    } else setTold({ ref, kind: 'moved', words: `Moved to ${standing.stageLabel}.`, errors, move });
  }, [answer]);

  const send = (fields: FormData) => {
    posted.current = fields;
    setTold(null);
    fetcher.submit(fields, { method: 'post', action: `${pathTo.objectives()}?index` });
  };
  const flying = fetcher.formData;
  const standingOf = (ref: string): Standing | undefined => {
    const now = known.get(ref) ?? start.find((one) => one.ref === ref);
    const isFlying = flying?.get('ref') === ref && flying.get('act') !== 'take-back';
    return now && isFlying ? { ...now, stage: String(flying.get('stage')) } : now;
  };
  return {
    standingOf,
    told,
    forget: () => setTold(null),
    send,
    busy: fetcher.state !== 'idle',
    flyingRef: flying?.get('ref'),
  };
}
