import { FilterBar } from '#app/components/ui/filter-bar.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { daysFromToday } from '#app/components/ui/format.ts';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import { Select } from '#app/components/ui/select.tsx';
import { Tabs } from '#app/components/ui/tabs.tsx';
import type { listFollowUpsPage } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import { pathTo } from '#app/paths.ts';
import { FollowUpRow } from './follow-up-row.tsx';

type List = Awaited<ReturnType<typeof listFollowUpsPage>>;

/** When it falls due, in the order in which one works. */
const SPANS: [title: string, until: number][] = [
  ['Overdue', -1],
  ['Today', 0],
  ['In the next seven days', 7],
  ['Later', Infinity],
];

/** The list of what is to be done, by when; each is completed where it stands. */
export function FollowUpRegister({ list }: { list: List }) {
  const query = { assignee: list.assignee, country: list.country, work_area: list.workArea };
  const here = pathTo.followUps({ ...query, status: list.open ? undefined : 'done' });
  return (
    <>
      <PageHeader title="Follow-ups" meta={whose(list)} />
      <Tabs
        label="State"
        tabs={[
          { label: 'Open', href: pathTo.followUps(query), current: list.open },
          { label: 'Done', href: pathTo.followUps({ ...query, status: 'done' }), current: !list.open },
        ]}
      />
      <Filters list={list} query={query} />
      {list.followUps.length === 0 ? (
        <EmptyState title={list.open ? 'Nothing is due' : 'Nothing has been completed yet'}>
          <p>Follow-ups are added where they arise: on the form that logs a meeting.</p>
        </EmptyState>
      ) : null}
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
                />
              ))}
            </ul>
          </Panel>
        ))}
      </div>
      <Pagination
        note={list.open ? 'Longest due first' : 'Latest first'}
        olderHref={
          list.next &&
          pathTo.followUps({ ...query, status: list.open ? undefined : 'done', after: list.next })
        }
      />
    </>
  );
}

function whose(list: List): string {
  if (list.assignee === 'me') return 'for me';
  const name = list.choices.assignees.find((one) => one.value === list.assignee)?.label ?? '';
  return list.assignee === 'all' ? 'for everybody' : `for ${name}`;
}

function spansOf(list: List): [string, List['followUps']][] {
  if (!list.open) return list.followUps.length > 0 ? [['Done', list.followUps]] : [];
  let from = -Infinity;
  return SPANS.flatMap(([title, until]): [string, List['followUps']][] => {
    const rows = list.followUps.filter((row) => {
      const days = daysFromToday(row.dueOn, list.reading);
      return days > from && days <= until;
    });
    from = until;
    return rows.length > 0 ? [[title, rows]] : [];
  });
}

function Filters({ list, query }: { list: List; query: Record<string, string> }) {
  const select = (
    name: string,
    label: string,
    options: { value: string; label: string }[],
    blank?: string,
  ) => ({
    key: name,
    label,
    names: [name],
    fields: (
      <Select
        name={name}
        id={`filter-${name}`}
        label={label}
        options={options}
        {...(blank ? { blank } : {})}
      />
    ),
  });
  return (
    <FilterBar
      action={pathTo.followUps()}
      active={list.active.map((one) => ({
        label: one.label,
        removeHref: pathTo.followUps({ ...query, [one.name]: undefined }),
      }))}
      addable={[
        select('assignee', 'Assignee', list.choices.assignees),
        select('country', 'Country', list.choices.countries, 'Any'),
        select('work_area', 'Work area', list.choices.areas, 'Any'),
      ]}
      query={[...Object.entries(query), ['status', list.open ? '' : 'done'] as [string, string]].filter(
        ([, value]) => value !== '',
      )}
      clearHref={pathTo.followUps()}
    />
  );
}
