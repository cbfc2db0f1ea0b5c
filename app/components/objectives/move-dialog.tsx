import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { ShownMeeting } from '#app/domain/objectives/tell-moves.server.ts';
import type { BoardStage } from '#app/domain/objectives/show-board.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Reading } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { MoveFields } from './move-fields.tsx';
import type { Told } from './use-board-moves.ts';

export interface Asking {
  ref: string;
  title: string;
  from: string;
  to: BoardStage;
}

/**
 * Asks when a card came to its new stage and what shows it. It stays open until the move is made: what was typed is
 * still there, with the error beside its field, and the first faulty one has the focus.
 */
export function MoveDialog(props: {
  asking: Asking | null;
  /** Why it was not moved, once it was tried. */
  told: Told | null;
  busy: boolean;
  reading: Reading;
  onSend: (fields: FormData) => void;
  onClose: () => void;
}) {
  const { asking, told, reading } = props;
  const form = useRef<HTMLFormElement>(null);
  const meetings = useMeetings(asking?.ref);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (props.busy) return;
    props.onSend(new FormData(event.currentTarget));
  };
  const errors = told?.errors ?? {};
  useEffect(() => {
    const [first] = Object.keys(told?.errors ?? {});
    if (first !== undefined) fieldOf(form.current, first)?.focus();
  }, [told]);
  return (
    <Dialog
      open={asking !== null}
      title={asking ? `Move to ${asking.to.label}` : 'Move'}
      onClose={props.onClose}
    >
      {asking ? (
        <form
          ref={form}
          method="post"
          action={pathTo.objectiveMoves(asking.ref)}
          className="stack"
          onSubmit={submit}
          noValidate
        >
          <p className="soft">{asking.title}</p>
          <div role="alert">
            {told ? (
              <Notice tone="late">
                {told.words} {told.errors['stage']}
              </Notice>
            ) : null}
          </div>
          <input type="hidden" name="ref" value={asking.ref} />
          <input type="hidden" name="from" value={asking.from} />
          <input type="hidden" name="stage" value={asking.to.code} />
          <MoveFields
            values={{}}
            errors={errors}
            meetings={meetings}
            reading={reading}
            needsNote={asking.to.meaning === 'negative'}
            focusOn
          />
          <div className="button-row">
            <Button onClick={props.onClose}>Cancel</Button>
            <Button type="submit" look="main" aria-disabled={props.busy}>
              {props.busy ? 'Moving…' : 'Move'}
            </Button>
          </div>
        </form>
      ) : null}
    </Dialog>
  );
}

/** The interactions that could show the move; undefined until they are there. */
function useMeetings(ref: string | undefined): readonly ShownMeeting[] | undefined {
  const [found, setFound] = useState<{ ref: string; meetings: ShownMeeting[] }>();
  useEffect(() => {
    if (ref === undefined) return;
    const stop = new AbortController();
    fetch(pathTo.objectiveEvidence(ref), { signal: stop.signal, headers: { Accept: 'application/json' } })
      .then(async (answer) => (answer.ok ? ((await answer.json()) as ShownMeeting[]) : []))
      .then((meetings) => setFound({ ref, meetings }))
      // without an answer a document or our judgement can still be given
      .catch(() => undefined);
    return () => stop.abort();
  }, [ref]);
  return found?.ref === ref ? found?.meetings : undefined;
}

/** The control of that name; of several that share it, the first. */
function fieldOf(form: HTMLFormElement | null, name: string): HTMLElement | null {
  return form?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]:not([type="hidden"])`) ?? null;
}
