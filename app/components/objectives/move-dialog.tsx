import { useEffect, useState, type FormEvent } from 'react';
import type { ShownMeeting } from '#app/domain/objectives/tell-moves.server.ts';
import type { BoardStage } from '#app/domain/objectives/show-board.server.ts';
import type { MoveForm } from '#app/domain/objectives/move-form.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Reading } from '../ui/format.ts';
import { MoveFields, type MoveValues } from './move-fields.tsx';

export interface Asking {
  ref: string;
  title: string;
  from: string;
  to: BoardStage;
  /** What was typed before, where it was not taken. */
  values: MoveValues;
  errors: Record<string, string>;
}

/** Asks when a card came to its new stage and what shows it. All is filled in: Enter suffices. */
export function MoveDialog(props: {
  asking: Asking | null;
  reading: Reading;
  onSend: (fields: FormData) => void;
  onClose: () => void;
}) {
  const { asking, reading } = props;
  const meetings = useMeetings(asking?.ref);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    props.onSend(new FormData(event.currentTarget));
  };
  return (
    <Dialog
      open={asking !== null}
      title={asking ? `Move to ${asking.to.label}` : 'Move'}
      onClose={props.onClose}
    >
      {asking ? (
        <form
          method="post"
          action={pathTo.objectiveMoves(asking.ref)}
          className="stack"
          onSubmit={submit}
          noValidate
        >
          <p className="soft">{asking.title}</p>
          <input type="hidden" name="ref" value={asking.ref} />
          <input type="hidden" name="from" value={asking.from} />
          <input type="hidden" name="stage" value={asking.to.code} />
          <MoveFields
            values={asking.values}
            errors={asking.errors}
            meetings={meetings}
            reading={reading}
            needsNote={asking.to.meaning === 'negative'}
            focusOn
          />
          <div className="button-row">
            <Button onClick={props.onClose}>Cancel</Button>
            <Button type="submit" look="main">
              Move
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

/** What a posted move held, to be asked again. */
export function valuesOf(fields: FormData): MoveValues {
  const text = (name: string) => String(fields.get(name) ?? '');
  return {
    on: text('on'),
    evidence: text('evidence') as MoveForm['evidence'],
    interaction: text('interaction'),
    link: text('link'),
    note: text('note'),
  };
}
