import { LinkButton } from '#app/components/ui/button.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { daysFromToday } from '#app/components/ui/format.ts';
import { Kbd } from '#app/components/ui/kbd.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import { SelectFilters } from '#app/components/ui/select-filters.tsx';
import { Tabs } from '#app/components/ui/tabs.tsx';
import type { FollowUpList, ListedGlance } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import { weekdayOf } from '#app/domain/follow-ups/snooze-until.ts';
import { pathTo } from '#app/paths.ts';
import { FollowUpRow } from './follow-up-row.tsx';
import { useFollowUpKeys } from './use-follow-up-keys.ts';
import { useKeptRows, type KeptRows } from './use-kept-rows.ts';

const CHOSEN = 'chosen-follow-ups';
const ASSIGNEE = { mine: '', waiting: 'others', team: 'team', all: 'all' } as const;

/** My work, and that of others: what is to be done, by when; each is done, put off or handed on where it stands. */
export function FollowUpRegister({ list }: { list: FollowUpList }) {
  useFollowUpKeys(list.shortcutsOff);
  const kept = useKeptRows(list);
  const { active, choices, state, whose } = list;
  const assignee = whose === 'colleague' ? (list.colleague?.ref ?? '') : ASSIGNEE[whose];
  const filters = Object.fromEntries(active.map(({ name, value }) => [name, value]));
  const status = state === 'open' ? '' : state;
  const words = { assignee, ...filters, status };
  const here = pathTo.followUps(words);
  return (
    <>
      <PageHeader
        title={titleOf(list)}
        acts={
          <>
            <LinkButton href={pathTo.followUpsFile(words)}>Export</LinkButton>
            {list.mayLog ? <LinkButton href={pathTo.newFollowUp()}>New follow-up</LinkButton> : null}
          </>
        }
      />
      <Whose list={list} words={{ ...filters, status }} />
      <div className="list-tools">
        <States list={list} words={{ assignee, ...filters }} />
        <SelectFilters
          at={pathTo.followUps}
          active={active}
          kept={{ assignee, status }}
          filters={[
            { name: 'country', label: 'Country', options: choices.countries },
            { name: 'work_area', label: 'Work area', options: choices.areas },
          ]}
        />
      </div>
      {kept.followUps.length === 0 ? <Nothing list={list} /> : null}
      {kept.followUps.length > 0 && state !== 'done' ? <Hints off={list.shortcutsOff} /> : null}
      <div className="stack">
        {spansOf(kept.followUps, list).map(([title, rows]) => (
          <Rows key={title} title={title} rows={rows} part="followUps" kept={kept} list={list} back={here} />
        ))}
        {kept.waiting.length > 0 ? (
          <Rows
            title="Waiting for others"
            rows={kept.waiting}
            part="waiting"
            kept={kept}
            list={list}
            back={here}
            more={list.waiting.more ? pathTo.followUps({ assignee: 'others' }) : undefined}
          />
        ) : null}
      </div>
      <Pagination
        note={state === 'done' ? 'The latest due first' : 'The longest due first'}
        newerHref={list.turned ? here : null}
        newerLabel="From the first"
        olderHref={list.next && pathTo.followUps({ ...words, after: list.next })}
        olderLabel="Next"
      />
    </>
  );
}

function titleOf({ whose, colleague }: FollowUpList): string {
  if (whose === 'colleague') return `Follow-ups of ${colleague?.name ?? ''}`;
  return { mine: 'My work', waiting: 'Waiting for others', team: 'My colleagues', all: 'All follow-ups' }[
    whose
  ];
}

function Whose({ list, words }: { list: FollowUpList; words: Record<string, string> }) {
  const { whose, colleagues, colleague } = list;
  const tab = (label: string, assignee: string, current: boolean, count?: number) => ({
    label,
    href: pathTo.followUps({ ...words, assignee }),
    current,
    ...(count ? { count: String(count) } : {}),
  });
  const ofTeam = whose === 'team' || whose === 'colleague';
  return (
    <>
      <Tabs
        label="Whose"
        tabs={[
          tab('Mine', '', whose === 'mine', list.dueNow),
          tab('Waiting for others', 'others', whose === 'waiting'),
          ...(colleagues.length > 0 ? [tab('My colleagues', 'team', ofTeam)] : []),
          tab('Everything', 'all', whose === 'all'),
        ]}
      />
      {ofTeam ? (
        <nav className="chips names" aria-label="Colleagues">
          {colleagues.map(({ ref, name }) => (
            <a
              key={ref}
              className={ref === colleague?.ref ? 'chip on' : 'chip'}
              aria-current={ref === colleague?.ref ? 'page' : undefined}
              href={pathTo.followUps({ ...words, assignee: ref })}
            >
              {name}
            </a>
          ))}
        </nav>
      ) : null}
    </>
  );
}

function States({ list, words }: { list: FollowUpList; words: Record<string, string> }) {
  const states = [
    { value: 'open', label: 'Open' },
    { value: 'snoozed', label: 'Snoozed' },
    { value: 'done', label: 'Done' },
  ] as const;
  return (
    <nav className="chips" aria-label="State">
      {states.map(({ value, label }) => (
        <a
          key={value}
          className={value === list.state ? 'chip on' : 'chip'}
          aria-current={value === list.state ? 'page' : undefined}
          href={pathTo.followUps({ ...words, status: value === 'open' ? '' : value })}
        >
          {label}
          {value === 'snoozed' && list.snoozed > 0 ? <small>{list.snoozed}</small> : null}
        </a>
      ))}
    </nav>
  );
}

/** The keys in a line, and what is done with rows that are chosen. */
function Hints({ off }: { off: boolean }) {
  return (
    <div className="list-hints">
      {off ? null : (
        <span className="soft keys-line">
          <Kbd>j</Kbd> <Kbd>k</Kbd> move, <Kbd>e</Kbd> complete, <Kbd>s</Kbd> snooze, <Kbd>a</Kbd> assign,{' '}
          <Kbd>z</Kbd> undo
        </span>
      )}
      <form id={CHOSEN} method="get" action={pathTo.moveFollowUps()}>
        <button className="button small">Move the dates of those selected</button>
      </form>
    </div>
  );
}

function Rows(props: {
  title: string;
  rows: readonly ListedGlance[];
  part: 'followUps' | 'waiting';
  kept: KeptRows;
  list: FollowUpList;
  back: string;
  more?: string | undefined;
}) {
  const { title, rows, part, kept, list } = props;
  return (
    <Panel
      title={title}
      note={String(kept.count(rows, part))}
      act={props.more ? <a href={props.more}>See all</a> : undefined}
    >
      <ul className="todo work">
        {rows.map((row) => (
          <FollowUpRow
            key={row.ref}
            followUp={row}
            reading={list.reading}
            back={props.back}
            state={list.state}
            mayLog={list.mayLog}
            acting={() => kept.keep(row, part)}
            {...(list.state === 'done' ? {} : { choosing: CHOSEN })}
          />
        ))}
      </ul>
    </Panel>
  );
}

function Nothing({ list }: { list: FollowUpList }) {
  if (list.active.length > 0) {
    return <EmptyState title="Nothing like this">Remove a filter to see more.</EmptyState>;
  }
  if (list.state === 'snoozed') {
    return (
      <EmptyState title="Nothing is put off">
        What you snooze waits here, and comes back by itself on its day.
      </EmptyState>
    );
  }
  if (list.whose === 'waiting') {
    return (
      <EmptyState title="You wait for nobody">
        Follow-ups that you ask of colleagues stand here until they are done.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={list.state === 'open' ? 'Nothing is due' : 'Nothing has been completed yet'}>
      Follow-ups are added where they arise: on the form that logs a meeting.
    </EmptyState>
  );
}

/** When it falls due, in the order in which one works. A week ends on Sunday. */
function spansOf(followUps: ListedGlance[], { state, reading }: FollowUpList): [string, ListedGlance[]][] {
  if (followUps.length === 0) return [];
  if (state !== 'open') return [[state === 'done' ? 'Done' : 'Snoozed', followUps]];
  const spans: [title: string, until: number][] = [
    ['Overdue', -1],
    ['Today', 0],
    ['This week', 7 - weekdayOf(reading.today)],
    ['Later', Infinity],
  ];
  let from = -Infinity;
  return spans.flatMap(([title, until]): [string, ListedGlance[]][] => {
    const rows = followUps.filter((row) => {
      const days = daysFromToday(row.dueOn, reading);
      return days > from && days <= until;
    });
    from = until;
    return rows.length > 0 ? [[title, rows]] : [];
  });
}
