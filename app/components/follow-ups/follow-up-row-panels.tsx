import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, type FormEvent, type KeyboardEvent } from 'react';
import { Button } from '#app/components/ui/button.tsx';
import { Select } from '#app/components/ui/select.tsx';
import { DateInput, TextInput } from '#app/components/ui/text-input.tsx';
import type { ListedGlance } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import type { Reading } from '#app/components/ui/format.ts';
import { pathTo } from '#app/paths.ts';
import { SnoozeButtons } from './snooze-buttons.tsx';

export type Panel = '' | 'complete' | 'snooze' | 'assign';

interface PanelProps {
  followUp: ListedGlance;
  panel: Panel;
  reading: Reading;
  back: string;
  mayLog: boolean;
  submit: (event: FormEvent<HTMLFormElement>) => void;
  leave: () => void;
}

/** The questions of a row. Each stays while it is hidden: where its answer was not saved, the words are there still. */
export function RowPanels(props: PanelProps) {
  const { followUp, panel, leave } = props;
  const box = useRef<HTMLDivElement>(null);
  const opened = useRef(new Set<Panel>());
  if (panel !== '') opened.current.add(panel);
  useEffect(() => {
    if (panel === '') return;
    box.current
      ?.querySelector<HTMLElement>(
        `[data-panel="${panel}"] :is(input:not([type=hidden]), select, button:not(.unseen))`,
      )
      ?.focus();
  }, [panel]);
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
  };
  return (
    <div ref={box} onKeyDown={escape} hidden={panel === ''} className="row-panel">
      {/* always there: it is what most rows are asked, and its words must outlast the row's being done */}
      <form
        method="post"
        action={pathTo.followUpCompletion(followUp.ref)}
        className="stack"
        data-panel="complete"
        hidden={panel !== 'complete'}
        onSubmit={props.submit}
      >
        <CompleteFields {...props} />
      </form>
      {opened.current.has('snooze') ? (
        <form
          method="post"
          action={pathTo.followUpSnooze(followUp.ref)}
          data-panel="snooze"
          hidden={panel !== 'snooze'}
          onSubmit={props.submit}
        >
          <Addressed back={props.back} act="snooze" />
          <SnoozeButtons reading={props.reading} id={followUp.ref} />
          <Button small look="quiet" onClick={leave}>
            Not now
          </Button>
        </form>
      ) : null}
      {opened.current.has('assign') ? (
        <form
          method="post"
          action={pathTo.followUpAssignment(followUp.ref)}
          data-panel="assign"
          hidden={panel !== 'assign'}
          onSubmit={props.submit}
        >
          <AssignFields {...props} />
        </form>
      ) : null}
    </div>
  );
}

function Addressed({ back, act }: { back: string; act: string }) {
  return (
    <>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="act" value={act} />
    </>
  );
}

function CompleteFields({ followUp, back, mayLog, leave }: PanelProps) {
  const { ref } = followUp;
  return (
    <>
      <input type="hidden" name="back" value={back} />
      <TextInput name="outcome" id={`outcome-${ref}`} label="What happened?" optional maxLength={2000} />
      <div className="row">
        <TextInput name="nextTitle" id={`next-${ref}`} label="Next follow-up" optional maxLength={300} wide />
        <DateInput name="nextDue" id={`next-due-${ref}`} label="Due" optional defaultValue={weekAfter()} />
      </div>
      <span className="button-row">
        <Button type="submit" look="main" small name="act" value="complete">
          Complete
        </Button>
        {mayLog ? (
          <Button type="submit" small name="act" value="log">
            Log the interaction
          </Button>
        ) : null}
        <Button small look="quiet" onClick={leave}>
          Not yet
        </Button>
      </span>
    </>
  );
}

/** Filled in by the browser only: by its own clock, as a proposal that can be changed. */
function weekAfter(): string {
  const day = new Date(Date.now() + 7 * 86_400_000);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function AssignFields({ followUp, back, leave }: PanelProps) {
  const { ref } = followUp;
  const fetcher = useFetcher<{ value: string; label: string }[]>();
  const { load, state, data } = fetcher;
  useEffect(() => {
    if (state === 'idle' && data === undefined) load(pathTo.suggestAssignees({ follow_up: ref }));
  }, [load, state, data, ref]);
  return (
    <>
      <Addressed back={back} act="assign" />
      <div className="row">
        <Select
          name="assignee"
          id={`assignee-${ref}`}
          label="Who is to do it?"
          options={data ?? []}
          blank={data === undefined ? 'Reading the names…' : 'Choose a colleague'}
        />
        <TextInput name="note" id={`note-${ref}`} label="Note" optional maxLength={300} wide />
      </div>
      <span className="button-row">
        <Button type="submit" look="main" small>
          Assign
        </Button>
        <Button small look="quiet" onClick={leave}>
          Not now
        </Button>
      </span>
    </>
  );
}
