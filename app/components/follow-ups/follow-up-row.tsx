import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import { Button } from '#app/components/ui/button.tsx';
import type { Reading } from '#app/components/ui/format.ts';
import { LevelMark } from '#app/components/ui/level-mark.tsx';
import { Lateness, Tag } from '#app/components/ui/tag.tsx';
import { TextInput } from '#app/components/ui/text-input.tsx';
import { useHydrated } from '#app/components/ui/use-hydrated.ts';
import type { FollowUpGlance } from '#app/domain/follow-ups/glance-follow-ups.server.ts';
import { pathTo } from '#app/paths.ts';

/**
 * One thing to do. The round button asks what happened, then completes it in place; without script it completes at
 * once, and what happened can be told on the follow-up's own page.
 */
export function FollowUpRow(props: {
  followUp: FollowUpGlance;
  reading: Reading;
  back: string;
  open: boolean;
}) {
  const { followUp, reading, open } = props;
  const fetcher = useFetcher();
  const hydrated = useHydrated();
  const [asking, setAsking] = useState(false);
  const title = followUp.level === 'sealed' ? 'Sealed record' : followUp.title;
  const sub = [followUp.mine ? '' : followUp.assignee, followUp.partner ?? '', followUp.countries.join(', ')];
  const action = pathTo.followUpCompletion(followUp.ref);
  return (
    <li id={`todo-${followUp.ref}`} aria-busy={fetcher.state !== 'idle'}>
      {followUp.mayComplete ? (
        <fetcher.Form method="post" action={action}>
          <input type="hidden" name="back" value={props.back} />
          {open ? null : <input type="hidden" name="act" value="reopen" />}
          <button
            className="tick"
            aria-pressed={!open || fetcher.state !== 'idle'}
            aria-expanded={hydrated && open ? asking : undefined}
            aria-label={open ? `Complete: ${title}` : `Open again: ${title}`}
            type={hydrated && open ? 'button' : 'submit'}
            onClick={hydrated && open ? () => setAsking(!asking) : undefined}
          />
        </fetcher.Form>
      ) : (
        <span />
      )}
      <div>
        <a href={pathTo.followUp(followUp.ref)} className={open ? undefined : 'done'}>
          {title}
        </a>{' '}
        <LevelMark level={followUp.level} />
        <span className="sub">{sub.filter((words) => words !== '').join(' · ')}</span>
        {asking ? (
          <fetcher.Form method="post" action={action} className="stack">
            <input type="hidden" name="back" value={props.back} />
            <TextInput
              name="outcome"
              id={`outcome-${followUp.ref}`}
              label="What happened?"
              optional
              autoFocus
            />
            <span className="button-row">
              <Button type="submit" look="main" small>
                Complete
              </Button>
              <Button small onClick={() => setAsking(false)}>
                Not yet
              </Button>
            </span>
          </fetcher.Form>
        ) : null}
      </div>
      {open ? <Lateness dueOn={followUp.dueOn} reading={reading} /> : <Tag tone="good">Done</Tag>}
    </li>
  );
}
