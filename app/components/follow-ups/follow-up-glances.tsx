import type { FollowUpGlance } from '#app/domain/follow-ups/glance-follow-ups.server.ts';
import { pathTo } from '#app/paths.ts';
import { recordTitle } from '../timeline/record-words.ts';
import type { Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { TodoList } from '../ui/todo-list.tsx';

/** Open follow-ups beside a record or on the desk; each can be completed where it stands. */
export function FollowUpGlances(props: {
  followUps: readonly FollowUpGlance[];
  reading: Reading;
  /** The page to come back to: a path of ours. */
  back: string;
  /** Names whose each is; on the desk all are the reader's own. */
  assignees?: boolean;
  /** Names the countries, where the page is not of one. */
  countries?: boolean;
}) {
  return (
    <TodoList
      reading={props.reading}
      todos={props.followUps.map((one) => ({
        key: one.ref,
        title: recordTitle(one, one.title),
        marks: one.level === 'internal' ? undefined : <LevelMark level={one.level} />,
        href: pathTo.followUp(one.ref),
        dueOn: one.dueOn,
        sub: [
          props.assignees ? one.assignee : '',
          one.partner ?? '',
          props.countries ? one.countries.join(', ') : '',
        ]
          .filter(Boolean)
          .join(' · '),
        completeAction: one.mayComplete ? pathTo.followUpCompletion(one.ref) : undefined,
        back: props.back,
      }))}
    />
  );
}
