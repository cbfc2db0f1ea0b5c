import { Tag } from '#app/components/ui/tag.tsx';
import type { FollowUpGlance } from '#app/domain/follow-ups/glance-follow-ups.server.ts';
import { RECURRENCE_WORDS } from './follow-up-words.ts';

/** What stands after the title: that it is urgent or can wait, that it comes back. Nothing for the usual. */
export function FollowUpMarks({ priority, recurrence }: Pick<FollowUpGlance, 'priority' | 'recurrence'>) {
  return (
    <>
      {priority === 'high' ? <Tag tone="soon">High priority</Tag> : null}
      {priority === 'low' ? <Tag>Low priority</Tag> : null}
      {recurrence ? (
        <span className="repeats">
          <span aria-hidden="true">↻</span> {RECURRENCE_WORDS[recurrence]}
        </span>
      ) : null}
    </>
  );
}
