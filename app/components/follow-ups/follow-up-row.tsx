import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '#app/components/ui/button.tsx';
import { formatInstant, type Reading } from '#app/components/ui/format.ts';
import { LevelMark } from '#app/components/ui/level-mark.tsx';
import { Lateness, Tag } from '#app/components/ui/tag.tsx';
import { TextInput } from '#app/components/ui/text-input.tsx';
import { useHydrated } from '#app/components/ui/use-hydrated.ts';
import { VisuallyHidden } from '#app/components/ui/visually-hidden.tsx';
import type { ListedGlance } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import { pathTo } from '#app/paths.ts';
import { recordTitle } from '../timeline/record-words.ts';
import { useCompletion } from './use-completion.ts';

/**
 * One thing to do. The round button asks what happened, then completes it in place; without script it completes at
 * once, and what happened can be told on the follow-up's own page. What is done stays, with its way back.
 */
export function FollowUpRow(props: {
  followUp: ListedGlance;
  reading: Reading;
  back: string;
  open: boolean;
  mayLog: boolean;
}) {
  const { followUp, reading } = props;
  const start = { done: !props.open, by: followUp.doneBy, at: followUp.doneAt };
  const { done, by, at, busy, trouble, post } = useCompletion(followUp.ref, start);
  const hydrated = useHydrated();
  const [asking, setAsking] = useState(false);
  const tick = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLDivElement>(null);
  const title = recordTitle(followUp, followUp.title);
  const action = pathTo.followUpCompletion(followUp.ref);
  const sub = [followUp.mine ? '' : followUp.assignee, followUp.partner ?? '', followUp.countries.join(', ')];

  // What was not saved is asked again, with the words as they were typed.
  useEffect(() => {
    if (trouble !== '' && !done) setAsking(true);
  }, [trouble, done]);
  useEffect(() => {
    if (asking) question.current?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus();
  }, [asking]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    post(event.currentTarget);
    setAsking(false);
    tick.current?.focus();
  };
  const leave = () => {
    setAsking(false);
    tick.current?.focus();
  };
  const asks = hydrated && !done;
  return (
    <li id={`todo-${followUp.ref}`} aria-busy={busy}>
      {followUp.mayComplete ? (
        <form method="post" action={action} onSubmit={submit}>
          <input type="hidden" name="back" value={props.back} />
          {done ? <input type="hidden" name="act" value="reopen" /> : null}
          <button
            ref={tick}
            className="tick"
            aria-pressed={done}
            aria-expanded={asks ? asking : undefined}
            aria-label={done ? `Open again: ${title}` : `Complete: ${title}`}
            type={asks ? 'button' : 'submit'}
            onClick={asks ? () => setAsking(!asking) : undefined}
          />
        </form>
      ) : (
        <span />
      )}
      <div>
        <a href={pathTo.followUp(followUp.ref)} className={done ? 'done' : undefined}>
          {title}
        </a>{' '}
        <LevelMark level={followUp.level} />
        <span className="sub">
          {sub.filter((words) => words !== '').join(' · ')}
          {done && at ? ` · ${by ?? ''}, ${formatInstant(at, reading)}` : null}
        </span>
        <span role="status">
          {trouble !== '' ? <span className="late">{trouble}</span> : null}
          {done && props.open ? <VisuallyHidden>Completed: {title}</VisuallyHidden> : null}
        </span>
        {hydrated && followUp.mayComplete ? (
          // stays while the row shows as done: where that was not saved, the words are asked for again
          <div ref={question} hidden={!asks || !asking}>
            <form
              method="post"
              action={action}
              className="stack"
              onSubmit={submit}
              onKeyDown={(event) => {
                if (event.key === 'Escape') leave();
              }}
            >
              <input type="hidden" name="back" value={props.back} />
              <TextInput
                name="outcome"
                id={`outcome-${followUp.ref}`}
                label="What happened?"
                optional
                maxLength={2000}
              />
              <span className="button-row">
                <Button type="submit" look="main" small>
                  Complete
                </Button>
                <Button small onClick={leave}>
                  Not yet
                </Button>
              </span>
            </form>
          </div>
        ) : null}
        {done && props.open && followUp.mayComplete ? (
          <form method="post" action={action} onSubmit={submit} className="button-row">
            <input type="hidden" name="back" value={props.back} />
            <input type="hidden" name="act" value="reopen" />
            <Button type="submit" small>
              Undo <VisuallyHidden>{title}</VisuallyHidden>
            </Button>
            {props.mayLog ? (
              <a className="button small" href={pathTo.newInteraction({ follow_up: followUp.ref })}>
                Log interaction
              </a>
            ) : null}
          </form>
        ) : null}
      </div>
      {done ? <Tag tone="good">Done</Tag> : <Lateness dueOn={followUp.dueOn} reading={reading} />}
    </li>
  );
}
