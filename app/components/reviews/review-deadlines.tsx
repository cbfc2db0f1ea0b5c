import type { DeadlineGlance } from '#app/domain/reviews/glance-deadlines.ts';
import type { ReviewView } from '#app/domain/reviews/show-review.server.ts';
import { pathTo } from '#app/paths.ts';
import { LinkButton } from '../ui/button.tsx';
import { formatDate, pluralise, type Reading } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Lateness, Tag } from '../ui/tag.tsx';

/** Our own deadlines around a review, each marked as done where it stands. */
export function ReviewDeadlines({ view }: { view: ReviewView }) {
  const { deadlines, reading } = view;
  const open = deadlines.filter(({ state }) => state !== 'done');
  const late = open.filter(({ state }) => state === 'late').length;
  const moving = deadlines.filter(({ movesTo }) => movesTo !== null);
  return (
    <Panel
      id="deadlines"
      title="Our deadlines"
      note={
        deadlines.length === 0
          ? 'none set'
          : late > 0
            ? pluralise(late, { one: '{n} late', other: '{n} late' }, reading)
            : pluralise(open.length, { one: '{n} open', other: '{n} open' }, reading)
      }
      act={
        view.mayKeep ? (
          <LinkButton small href={pathTo.reviewDeadlines(view.ref)}>
            Plan deadlines
          </LinkButton>
        ) : undefined
      }
      foot="Set by us: our own planning, not facts about the body."
    >
      {moving.length > 0 && view.mayKeep ? (
        <Notice tone="soon">
          <p>
            {pluralise(
              moving.length,
              {
                one: 'The review has moved: {n} deadline was planned for its earlier date.',
                other: 'The review has moved: {n} deadlines were planned for its earlier date.',
              },
              reading,
            )}{' '}
            <a href={`${pathTo.reviewDeadlines(view.ref)}#move`}>See what would move</a>
          </p>
        </Notice>
      ) : null}
      {deadlines.length === 0 ? (
        <p className="soft">
          {view.startsOn === null
            ? 'Once the review has a date, deadlines can be planned back from it.'
            : 'Plan them back from the date of the review: what would be set is shown first.'}
        </p>
      ) : (
        <ul className="todo">
          {deadlines.map((one) => (
            <DeadlineItem key={one.ref} deadline={one} mayKeep={view.mayKeep} reading={reading} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function DeadlineItem(props: { deadline: DeadlineGlance; mayKeep: boolean; reading: Reading }) {
  const { deadline, mayKeep, reading } = props;
  const done = deadline.doneOn !== null;
  return (
    <li id={`deadline-${deadline.ref}`}>
      {mayKeep ? (
        <form method="post" action={pathTo.deadlineCompletion(deadline.ref)}>
          {done ? <input type="hidden" name="act" value="reopen" /> : null}
          <button
            className="tick"
            aria-pressed={done}
            aria-label={done ? `Open again: ${deadline.title}` : `Mark as done: ${deadline.title}`}
          />
        </form>
      ) : (
        <span />
      )}
      <div>
        {mayKeep ? (
          <a href={pathTo.deadline(deadline.ref)} className={done ? 'done' : undefined}>
            {deadline.title}
          </a>
        ) : (
          <span className={done ? 'done' : undefined}>{deadline.title}</span>
        )}
        <span className="sub">
          {deadline.assignee ?? 'Nobody yet'} · {formatDate(deadline.dueOn, reading)}
          {deadline.byRule ? ' · by our planning rule' : ' · set by hand'}
        </span>
      </div>
      {done ? (
        <Tag tone="good">Done {formatDate(deadline.doneOn, reading)}</Tag>
      ) : (
        <Lateness dueOn={deadline.dueOn} reading={reading} />
      )}
    </li>
  );
}
