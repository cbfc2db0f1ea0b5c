import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '#app/components/ui/button.tsx';
import { formatInstant, formatShortDate, type Reading } from '#app/components/ui/format.ts';
import { LevelMark } from '#app/components/ui/level-mark.tsx';
import { Lateness, Tag } from '#app/components/ui/tag.tsx';
import { useHydrated } from '#app/components/ui/use-hydrated.ts';
import { VisuallyHidden } from '#app/components/ui/visually-hidden.tsx';
import type { ListedGlance } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import { pathTo } from '#app/paths.ts';
import { recordTitle } from '../timeline/record-words.ts';
import { RowPanels, type Panel } from './follow-up-row-panels.tsx';
import { FollowUpMarks } from './follow-up-marks.tsx';
import { useFollowUpActs } from './use-follow-up-acts.ts';

export interface RowProps {
  followUp: ListedGlance;
  reading: Reading;
  back: string;
  state: 'open' | 'snoozed' | 'done';
  mayLog: boolean;
  /** Called when something is being done about it. */
  acting: () => void;
  /** Name of the form that gathers the chosen rows; left out where rows are not chosen. */
  choosing?: string;
}

/**
 * One thing to do. Its buttons ask in place: what happened, until when, who is to do it. Without script the round one
 * completes at once and the others lead to the follow-up's own page. What was done stays in sight, with its way back.
 */
export function FollowUpRow(props: RowProps) {
  const { followUp, reading, state } = props;
  const { ref } = followUp;
  const start = {
    done: state === 'done',
    by: followUp.doneBy,
    at: followUp.doneAt,
    snoozedUntil: followUp.snoozedUntil,
    assignee: followUp.assignee,
  };
  const acts = useFollowUpActs(ref, start);
  const { done, busy, trouble } = acts;
  const hydrated = useHydrated();
  const [panel, setPanel] = useState<Panel>('');
  const asked = useRef<Panel>('');
  const row = useRef<HTMLLIElement>(null);
  const title = recordTitle(followUp, followUp.title);
  const given = acts.assignee !== followUp.assignee;
  const moved = !done && (given || (acts.snoozedUntil !== null) !== (state === 'snoozed'));
  const settled = done || moved;
  const sub = [
    followUp.mine && !given ? '' : acts.assignee,
    followUp.partner ?? '',
    followUp.countries.join(', '),
  ];

  // What was not saved is asked again, with the words as they were typed.
  useEffect(() => {
    if (trouble !== '' && !done) setPanel(asked.current);
  }, [trouble, done]);
  // The act took the button that had the focus away: its way back takes it.
  useEffect(() => {
    if (acts.last !== '' && document.activeElement === document.body) focusIn('[data-row-title]');
  }, [acts.last]);

  const focusIn = (selector: string) => row.current?.querySelector<HTMLElement>(selector)?.focus();
  const ask = (next: Panel) => {
    asked.current = next;
    setPanel(panel === next ? '' : next);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    // Logging goes on to another page: the browser's own post.
    if (submitter instanceof HTMLButtonElement && submitter.value === 'log') return;
    event.preventDefault();
    if (busy) return;
    props.acting();
    acts.post(event.currentTarget, submitter);
    setPanel('');
    focusIn(asked.current === 'complete' || asked.current === '' ? '.tick' : '[data-row-title]');
  };
  const leave = () => {
    setPanel('');
    focusIn(panel === 'complete' ? '.tick' : '[data-row-title]');
  };
  const asks = hydrated && !done;
  const opens = (name: Panel, key: string, label: string, href: string) => (
    <a
      className="button quiet small"
      href={href}
      data-row-key={key}
      role={hydrated ? 'button' : undefined}
      aria-expanded={hydrated ? panel === name : undefined}
      onClick={(event) => {
        event.preventDefault();
        ask(name);
      }}
      onKeyDown={(event) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        ask(name);
      }}
    >
      {label} <VisuallyHidden>{title}</VisuallyHidden>
    </a>
  );
  return (
    <li id={`todo-${ref}`} ref={row} data-row="" aria-busy={busy}>
      {followUp.mayComplete ? (
        <form method="post" action={pathTo.followUpCompletion(ref)} onSubmit={submit}>
          <input type="hidden" name="back" value={props.back} />
          <input type="hidden" name="act" value={done ? 'reopen' : 'complete'} />
          <button
            className="tick"
            aria-pressed={done}
            aria-expanded={asks ? panel === 'complete' : undefined}
            aria-label={done ? `Open again: ${title}` : `Complete: ${title}`}
            data-row-key={done ? 'z' : 'e'}
            type={asks ? 'button' : 'submit'}
            onClick={asks ? () => ask('complete') : undefined}
          />
        </form>
      ) : (
        <span />
      )}
      <div>
        <a href={pathTo.followUp(ref)} className={done ? 'done' : undefined} data-row-title="">
          {title}
        </a>{' '}
        <LevelMark level={followUp.level} />
        <FollowUpMarks priority={followUp.priority} recurrence={followUp.recurrence} />
        <span className="sub">
          {sub.filter((words) => words !== '').join(' · ')}
          {done && acts.at ? ` · ${acts.by ?? ''}, ${formatInstant(acts.at, reading)}` : null}
        </span>
        <span role="status">
          {trouble !== '' ? <span className="late">{trouble}</span> : null}
          {done && state !== 'done' ? <VisuallyHidden>Completed: {title}</VisuallyHidden> : null}
          {moved ? <span className="good">{movedWords(acts, given, reading)}</span> : null}
        </span>
        {hydrated && followUp.mayComplete ? (
          <RowPanels
            followUp={followUp}
            panel={done ? '' : panel}
            reading={reading}
            back={props.back}
            mayLog={props.mayLog}
            submit={submit}
            leave={leave}
          />
        ) : null}
        {settled && followUp.mayComplete && state !== 'done' ? (
          <WayBack {...props} acts={acts} submit={submit} title={title} />
        ) : null}
      </div>
      {followUp.mayComplete && !settled ? (
        <span className="row-acts">
          {state === 'snoozed' ? (
            <form method="post" action={pathTo.followUpSnooze(ref)} onSubmit={submit}>
              <input type="hidden" name="back" value={props.back} />
              <input type="hidden" name="act" value="wake" />
              <Button type="submit" look="quiet" small>
                Wake <VisuallyHidden>{title}</VisuallyHidden>
              </Button>
            </form>
          ) : null}
          {opens('snooze', 's', 'Snooze', `${pathTo.followUp(ref)}#snooze`)}
          {opens('assign', 'a', 'Assign', `${pathTo.followUp(ref)}#assign`)}
        </span>
      ) : null}
      <span className="row-end">
        {done ? (
          <Tag tone="good">Done</Tag>
        ) : state === 'snoozed' && followUp.snoozedUntil !== null && !moved ? (
          <Tag>until {formatShortDate(followUp.snoozedUntil, reading)}</Tag>
        ) : (
          <Lateness dueOn={followUp.dueOn} reading={reading} />
        )}
        {props.choosing && followUp.mayComplete ? (
          <label className="row-pick">
            <input
              type="checkbox"
              name="pick"
              value={ref}
              form={props.choosing}
              aria-label={`Select: ${title}`}
            />
          </label>
        ) : null}
      </span>
    </li>
  );
}

type Acts = ReturnType<typeof useFollowUpActs>;

function movedWords({ assignee, snoozedUntil }: Acts, given: boolean, reading: Reading): string {
  if (given) return `Given to ${assignee}.`;
  return snoozedUntil === null ? 'Due again.' : `Put off until ${formatShortDate(snoozedUntil, reading)}.`;
}

/** Undo of what was done last in place. */
function WayBack(
  props: RowProps & { acts: Acts; title: string; submit: (event: FormEvent<HTMLFormElement>) => void },
) {
  const { followUp, acts, submit, title } = props;
  const { ref } = followUp;
  const [action, fields]: [string, Record<string, string>] = acts.done
    ? [pathTo.followUpCompletion(ref), { act: 'reopen' }]
    : acts.assignee !== followUp.assignee
      ? [pathTo.followUpAssignment(ref), { act: 'take-back' }]
      : acts.snoozedUntil === null
        ? [pathTo.followUpSnooze(ref), { act: 'snooze', until: followUp.snoozedUntil ?? '' }]
        : [pathTo.followUpSnooze(ref), { act: 'wake' }];
  return (
    <form method="post" action={action} onSubmit={submit} className="button-row">
      <input type="hidden" name="back" value={props.back} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" small data-row-key={acts.done ? undefined : 'z'}>
        Undo <VisuallyHidden>{title}</VisuallyHidden>
      </Button>
      {acts.done && props.mayLog ? (
        <a className="button small" href={pathTo.newInteraction({ follow_up: ref })}>
          Log interaction
        </a>
      ) : null}
    </form>
  );
}
