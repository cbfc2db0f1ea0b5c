import { LinkButton } from '#app/components/ui/button.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { daysFromToday } from '#app/components/ui/format.ts';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import { SelectFilters } from '#app/components/ui/select-filters.tsx';
import { Tabs } from '#app/components/ui/tabs.tsx';
import type { FollowUpList } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import { pathTo } from '#app/paths.ts';
import { FollowUpRow } from './follow-up-row.tsx';

/** When it falls due, in the order in which one works. */
const SPANS: [title: string, until: number][] = [
  ['Overdue', -1],
  ['Today', 0],
  ['In the next seven days', 7],
  ['Later', Infinity],
];

/** The list of what is to be done, by when; each is completed where it stands. */
export function FollowUpRegister({ list }: { list: FollowUpList }) {
  const { active, choices } = list;
  const words = Object.fromEntries(active.map(({ name, value }) => [name, value]));
  const status = list.open ? '' : 'done';
  const here = pathTo.followUps({ ...words, status });
  return (
    <>
      <PageHeader
        title={list.mine ? 'My follow-ups' : 'Follow-ups'}
        acts={list.mayLog ? <LinkButton href={pathTo.newFollowUp()}>New follow-up</LinkButton> : undefined}
      />
      <Tabs
        label="State"
        tabs={[
          { label: 'Open', href: pathTo.followUps(words), current: list.open },
          { label: 'Done', href: pathTo.followUps({ ...words, status: 'done' }), current: !list.open },
        ]}
      />
      <SelectFilters
        at={pathTo.followUps}
        active={active}
        kept={{ status }}
        filters={[
          { name: 'assignee', label: 'Assignee', options: choices.assignees },
          { name: 'country', label: 'Country', options: choices.countries },
          { name: 'work_area', label: 'Work area', options: choices.areas },
        ]}
      />
      {list.followUps.length === 0 ? <Nothing list={list} /> : null}
      <div className="stack">
        {spansOf(list).map(([title, rows]) => (
          <Panel key={title} title={title} note={String(rows.length)}>
            <ul className="todo">
              {rows.map((row) => (
                <FollowUpRow
                  key={row.ref}
                  followUp={row}
                  reading={list.reading}
                  back={here}
                  open={list.open}
                  mayLog={list.mayLog}
                />
              ))}
            </ul>
          </Panel>
        ))}
      </div>
      <Pagination
        note={list.open ? 'The longest due first' : 'The latest due first'}
        newerHref={list.turned ? here : null}
        newerLabel="From the first"
        olderHref={list.next && pathTo.followUps({ ...words, status, after: list.next })}
        olderLabel="Next"
      />
    </>
  );
}

function Nothing({ list }: { list: FollowUpList }) {
  if (list.active.some(({ name }) => name !== 'assignee')) {
    return <EmptyState title="Nothing like this">Remove a filter to see more.</EmptyState>;
  }
  return (
    <EmptyState title={list.open ? 'Nothing is due' : 'Nothing has been completed yet'}>
      Follow-ups are added where they arise: on the form that logs a meeting.
    </EmptyState>
  );
}

function spansOf(list: FollowUpList): [string, FollowUpList['followUps']][] {
  if (!list.open) return list.followUps.length > 0 ? [['Done', list.followUps]] : [];
  let from = -Infinity;
  return SPANS.flatMap(([title, until]): [string, FollowUpList['followUps']][] => {
    const rows = list.followUps.filter((row) => {
      const days = daysFromToday(row.dueOn, list.reading);
      return days > from && days <= until;
    });
    from = until;
    return rows.length > 0 ? [[title, rows]] : [];
  });
}
