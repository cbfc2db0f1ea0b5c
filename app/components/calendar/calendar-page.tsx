import type { CalendarPage } from '#app/domain/calendar/show-calendar.server.ts';
import { pathTo } from '#app/paths.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatLongDate, formatMonth } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { SelectFilters } from '../ui/select-filters.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Agenda, Undated } from './agenda.tsx';
import { MonthTable } from './month-table.tsx';

/** On a phone, below the month: what comes next. */
const MOST_BELOW = 12;

export function CalendarView({ calendar }: { calendar: CalendarPage }) {
  const { day, month, view, reading, days } = calendar;
  const busy = days.filter(({ count }) => count > 0);
  const coming = busy.filter(({ on }) => month !== calendar.thisMonth || on >= reading.today);
  return (
    <>
      <PageHeader
        title={day ? formatLongDate(day, reading) : formatMonth(month, reading)}
        crumbs={
          day
            ? [{ label: formatMonth(day.slice(0, 7), reading), href: monthHref(calendar, day.slice(0, 7)) }]
            : []
        }
        meta="Everything dated that you may see; of what is to be done, what is still open"
        acts={<Turns calendar={calendar} />}
      />
      {calendar.readsRecords ? (
        <>
          <Narrowing calendar={calendar} />
          {view === 'month' ? <MonthTable calendar={calendar} /> : null}
          {view === 'month' && coming.length > 0 ? (
            <div className="below-month">
              <Agenda calendar={calendar} days={coming.slice(0, MOST_BELOW)} />
            </div>
          ) : null}
          {busy.length === 0 && calendar.undated.length === 0 ? <Nothing calendar={calendar} /> : null}
          {view === 'agenda' ? <Agenda calendar={calendar} days={busy} /> : null}
          <Undated entries={calendar.undated} reading={reading} />
        </>
      ) : (
        <EmptyState title="You run Rapport, and read no records">
          The calendar shows meetings, tasks and reviews to the teams.
        </EmptyState>
      )}
    </>
  );
}

const monthHref = ({ query }: CalendarPage, month: string) =>
  pathTo.calendar({ ...query, view: '', month, day: '' });

function Turns({ calendar }: { calendar: CalendarPage }) {
  const { previous, next, day, query, month, view, reading, readsRecords } = calendar;
  const known = (turn: Record<string, string | undefined>) => Object.values(turn).some(Boolean);
  const thing = day ? 'day' : 'month';
  return (
    <>
      {known(previous) ? (
        <LinkButton
          href={pathTo.calendar({ ...query, ...previous })}
          rel="prev"
          aria-label={`Previous ${thing}`}
        >
          <span aria-hidden="true">←</span>
        </LinkButton>
      ) : null}
      <LinkButton
        href={`${pathTo.calendar(day ? { ...query, day: reading.today } : query)}${day || view === 'month' ? '' : '#today'}`}
        aria-keyshortcuts="t"
        data-today=""
      >
        Today
      </LinkButton>
      {known(next) ? (
        <LinkButton href={pathTo.calendar({ ...query, ...next })} rel="next" aria-label={`Next ${thing}`}>
          <span aria-hidden="true">→</span>
        </LinkButton>
      ) : null}
      <LinkButton
        href={`${pathTo.calendar({
          ...query,
          view: view === 'month' ? 'agenda' : '',
          month: day ? day.slice(0, 7) : month,
        })}${view === 'month' && month === calendar.thisMonth ? '#today' : ''}`}
      >
        {view === 'month' ? 'Agenda' : 'Month'}
      </LinkButton>
      {readsRecords ? <LinkButton href={pathTo.feeds()}>Subscribe</LinkButton> : null}
    </>
  );
}

const WHOSE = [
  { value: 'mine', label: 'Mine' },
  { value: 'team', label: 'My teams' },
  { value: 'all', label: 'Everybody' },
] as const;

function Narrowing({ calendar }: { calendar: CalendarPage }) {
  const { query, month, day, whose, active, choices, hasTeam } = calendar;
  const at = { ...query, month: day ? '' : month, day: day ?? '' };
  const { view = '', whose: asked = '' } = query;
  return (
    <>
      <Tabs
        label="Whose"
        tabs={WHOSE.filter(({ value }) => hasTeam || value !== 'team').map(({ value, label }) => ({
          label,
          // a team that is named and "my teams" exclude each other
          href: pathTo.calendar({ ...at, whose: value, ...(value === 'team' ? { team: '' } : {}) }),
          current: value === whose,
        }))}
      />
      <SelectFilters
        at={pathTo.calendar}
        active={active}
        kept={{ view, month: at.month, day: at.day, whose: asked }}
        filters={[
          { name: 'kind', label: 'Kind', options: choices.kinds },
          { name: 'country', label: 'Country', options: choices.countries },
          { name: 'team', label: 'Team', options: choices.teams },
          { name: 'work_area', label: 'Work area', options: choices.areas },
        ]}
      />
    </>
  );
}

function Nothing({ calendar }: { calendar: CalendarPage }) {
  const { query, month, day, active, whose, mayLog } = calendar;
  const narrowed = active.length > 0 || whose !== 'all';
  return (
    <EmptyState
      title={day ? 'Nothing stands on this day' : 'Nothing stands in this month'}
      acts={
        <>
          {narrowed ? (
            <LinkButton
              href={pathTo.calendar({
                view: query.view,
                whose: 'all',
                month: day ? '' : month,
                day: day ?? '',
              })}
            >
              Show everybody’s
            </LinkButton>
          ) : null}
          {mayLog ? (
            <LinkButton look="main" href={pathTo.newInteraction()}>
              Plan an interaction
            </LinkButton>
          ) : null}
        </>
      }
    >
      An interaction dated in the future is planned; its follow-ups and promises appear on the days they are
      due.
    </EmptyState>
  );
}
