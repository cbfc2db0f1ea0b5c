import type { ObjectiveTable } from '#app/domain/objectives/list-objectives.server.ts';
import type { ObjectiveGlance } from '#app/domain/objectives/glance-objectives.server.ts';
import { pathTo } from '#app/paths.ts';
import { recordTitle } from '../timeline/record-words.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate, type Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Lateness } from '../ui/tag.tsx';
import { WorkAreaMarks } from '../ui/work-area-mark.tsx';
import { BoardFrame } from './board-frame.tsx';
import { CheckMark } from './check-mark.tsx';
import { StalledTag } from './stalled-tag.tsx';

const ORDER_WORDS = {
  moved_desc: 'Last moved first',
  moved_asc: 'Longest without a move first',
  target_asc: 'By target date',
};

/** The table twin of the board. */
export function ObjectiveTablePage({ list }: { list: ObjectiveTable }) {
  const { active, sort, next, reading, track } = list;
  const words = {
    view: 'table',
    track,
    ...Object.fromEntries(active.map(({ name, value }) => [name, value])),
  };
  const sorted = (to: string) => pathTo.objectives({ ...words, sort: to });
  return (
    <BoardFrame frame={list} meta="what we want in a country, and how far it is">
      {list.objectives.length === 0 ? (
        <NoObjective isFiltered={active.length > 0 || track !== ''} mayLog={list.mayLog} />
      ) : (
        <>
          <DataTable
            caption="Objectives"
            columns={[
              { label: 'Objective' },
              { label: 'Country' },
              { label: 'Areas' },
              {
                label: 'Stage, since',
                sort: {
                  href: sorted(sort === 'moved_desc' ? 'moved_asc' : 'moved_desc'),
                  ...(sort === 'target_asc'
                    ? {}
                    : { direction: sort === 'moved_asc' ? ('ascending' as const) : ('descending' as const) }),
                },
              },
              {
                label: 'Target',
                sort: {
                  href: sorted('target_asc'),
                  ...(sort === 'target_asc' ? { direction: 'ascending' as const } : {}),
                },
              },
              { label: 'Owner' },
            ]}
          >
            {list.objectives.map((one) => objectiveRow(one, reading))}
          </DataTable>
          <Pagination
            note={ORDER_WORDS[sort]}
            newerHref={list.turned ? sorted(sort) : null}
            newerLabel="From the first"
            olderHref={next && pathTo.objectives({ ...words, sort, after: next })}
            olderLabel="Next"
          />
        </>
      )}
    </BoardFrame>
  );
}

function objectiveRow(one: ObjectiveGlance, reading: Reading) {
  return (
    <tr key={one.ref}>
      <td className="title">
        <a href={pathTo.objective(one.ref)}>{recordTitle(one, one.title)}</a> <LevelMark level={one.level} />
        {one.nextStep ? <span className="sub">Next: {one.nextStep}</span> : null}
      </td>
      <td data-label="Country">
        <a href={pathTo.country(one.country.iso3)}>{one.country.name}</a>
      </td>
      <td className="tight">{one.area ? <WorkAreaMarks areas={[one.area]} /> : null}</td>
      <td>
        {one.stageLabel} <CheckMark one={one} reading={reading} />
        <span className="sub">
          {formatDate(one.movedOn, reading)} <StalledTag days={one.stalled} reading={reading} />
        </span>
      </td>
      <td className="tight" data-label="Target">
        {one.targetOn === null ? (
          <span className="soft">no date</span>
        ) : one.meaning === 'open' ? (
          <Lateness dueOn={one.targetOn} reading={reading} />
        ) : (
          formatDate(one.targetOn, reading)
        )}
      </td>
      <td>{one.owner}</td>
    </tr>
  );
}

export function NoObjective({ isFiltered, mayLog }: { isFiltered: boolean; mayLog: boolean }) {
  return isFiltered ? (
    <EmptyState
      title="No objective like this"
      acts={<a href={pathTo.objectives({ view: 'table' })}>See all objectives</a>}
    >
      Take away a filter to see more.
    </EmptyState>
  ) : (
    <EmptyState
      title="No objective yet"
      acts={mayLog ? <a href={pathTo.newObjective()}>Set the first objective</a> : undefined}
    >
      An objective says what we want in a country, such as a ratified treaty or a mechanism at work, and how
      far it is.
    </EmptyState>
  );
}
