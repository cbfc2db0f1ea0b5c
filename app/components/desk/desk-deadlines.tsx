import type { MyDeadlines } from '#app/domain/reviews/my-deadlines.server.ts';
import { pathTo } from '#app/paths.ts';
import type { Reading } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';
import { TodoList } from '../ui/todo-list.tsx';

/** The reader's own deadlines before reviews of States; nothing where there is none. */
export function DeskDeadlines({ deadlines, reading }: { deadlines: MyDeadlines; reading: Reading }) {
  if (deadlines.length === 0) return null;
  return (
    <Panel
      title="Deadlines before reviews"
      note="yours, late or within thirty days"
      act={<a href={pathTo.reviews({ due: 'month' })}>All reviews with a deadline near</a>}
    >
      <TodoList
        todos={deadlines.map((one) => ({
          key: one.ref,
          title: one.title,
          href: `${pathTo.review(one.review.ref)}#deadlines`,
          dueOn: one.dueOn,
          sub: `${one.country}, ${one.review.title}`,
          completeAction: pathTo.deadlineCompletion(one.ref),
          back: pathTo.desk(),
        }))}
        reading={reading}
      />
    </Panel>
  );
}
