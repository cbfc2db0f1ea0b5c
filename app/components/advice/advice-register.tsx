import type { listAdviceRegister } from '#app/domain/advice/list-advice.server.ts';
import { pathTo } from '#app/paths.ts';
import { recordTitle } from '../timeline/record-words.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatShortDate } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SelectFilters } from '../ui/select-filters.tsx';
import { WorkAreaMarks } from '../ui/work-area-mark.tsx';
import { adviceHref, adviceTone, partnerHref } from './advice-list.tsx';

type Register = Awaited<ReturnType<typeof listAdviceRegister>>;

const COLUMNS = [
  { label: 'Given' },
  { label: 'Advice' },
  { label: 'To' },
  { label: 'Country' },
  { label: 'Areas' },
  { label: 'Status' },
];

export function AdviceRegister({ register }: { register: Register }) {
  const { active, choices, newer, older } = register;
  const words = Object.fromEntries(active.map(({ name, value }) => [name, value]));
  return (
    <>
      <PageHeader title="Advice" meta="What we advised, and what came of it" />
      <SelectFilters
        at={pathTo.advice}
        active={active}
        days
        filters={[
          { name: 'country', label: 'Country', options: choices.countries },
          { name: 'work_area', label: 'Work area', options: choices.workAreas },
          { name: 'instrument', label: 'Instrument', options: choices.instruments },
          { name: 'status', label: 'Status', options: choices.statuses },
        ]}
      />
      {register.advice.length === 0 ? (
        <NoAdvice isFiltered={active.length > 0} />
      ) : (
        <>
          <DataTable caption="Advice, newest first" columns={COLUMNS}>
            {register.advice.map((one) => adviceRow(one, register.reading))}
          </DataTable>
          <Pagination
            note="Newest first"
            newerHref={newer && pathTo.advice({ ...words, after: newer })}
            olderHref={older && pathTo.advice({ ...words, before: older })}
          />
        </>
      )}
    </>
  );
}

function adviceRow(one: Register['advice'][number], reading: Register['reading']) {
  return (
    <tr key={one.ref}>
      <td className="date">{formatShortDate(one.on, reading)}</td>
      <td className="title">
        <a href={adviceHref(one)}>{recordTitle(one, one.text)}</a> <LevelMark level={one.level} />
        <span className="sub">{[one.topic, one.instrument?.label].filter(Boolean).join(' · ')}</span>
      </td>
      <td className="full">
        {one.recipients.map((partner, index) => (
          <span key={partner.ref}>
            {index > 0 ? ', ' : ''}
            <a href={partnerHref(partner)}>{partner.name}</a>
          </span>
        ))}
      </td>
      <td>{one.countries.join(', ')}</td>
      <td className="tight">
        <WorkAreaMarks areas={one.areas} />
      </td>
      <td className="tight">
        <span className={adviceTone(one.meaning)}>{one.status}</span>
      </td>
    </tr>
  );
}

function NoAdvice({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState title="No advice like this" acts={<a href={pathTo.advice()}>See all advice</a>}>
      Take away a filter to see more.
    </EmptyState>
  ) : (
    <EmptyState title="No advice yet" acts={<a href={pathTo.newInteraction()}>Log an interaction</a>}>
      Advice is recorded with the meeting, call or letter in which it was given.
    </EmptyState>
  );
}
