import type { AdviceRegisterView } from '#app/domain/advice/list-advice.server.ts';
import { pathTo } from '#app/paths.ts';
import { PartnerChoice, partnerFilter } from '../partners/partner-choice.tsx';
import { recordTitle } from '../timeline/record-words.ts';
import { LinkButton } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatNumber, formatShortDate, type Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SelectFilters } from '../ui/select-filters.tsx';
import { WorkAreaMarks } from '../ui/work-area-mark.tsx';
import { AdviceFlowPanel } from './advice-flow.tsx';
import { adviceHref, adviceTone, partnerHref } from './advice-list.tsx';

/** What we advised, filtered and counted, with the way it went. */
export function AdviceRegister({ register }: { register: AdviceRegisterView }) {
  const { reading, oldestFirst, flow } = register;
  const query = Object.fromEntries(register.query);
  const sort = oldestFirst ? 'date_asc' : undefined;
  const number = formatNumber(flow.total, reading);
  return (
    <>
      <PageHeader
        title="Advice"
        meta={flow.isNewestOnly ? `More than ${number} within your access` : `${number} within your access`}
        acts={
          <>
            <LinkButton href={pathTo.adviceFile(query)}>Export</LinkButton>
            {register.mayLog ? <LinkButton href={pathTo.newAdvice()}>Record advice</LinkButton> : null}
          </>
        }
      />
      <Filters register={register} />
      <PartnerChoice
        question="Advice to whom?"
        asked={register.asked}
        found={register.recipients}
        hrefOf={(partner) => pathTo.advice({ ...query, ...partner })}
      />
      {flow.total > 1 ? (
        <AdviceFlowPanel
          flow={flow}
          reading={reading}
          hrefOf={(status) => pathTo.advice({ ...query, waiting: undefined, status })}
        />
      ) : null}
      {register.advice.length === 0 ? (
        <NoAdvice register={register} query={query} />
      ) : (
        <>
          <DataTable
            caption="Advice"
            columns={[
              {
                label: 'Given',
                sort: {
                  href: pathTo.advice({ ...query, sort: oldestFirst ? undefined : 'date_asc' }),
                  direction: oldestFirst ? 'ascending' : 'descending',
                },
              },
              { label: 'Advice' },
              { label: 'To' },
              { label: 'Country' },
              { label: 'Areas' },
              { label: 'Status' },
            ]}
          >
            {register.advice.map((one) => adviceRow(one, reading))}
          </DataTable>
          <Pagination
            note={oldestFirst ? 'Oldest first' : 'Newest first'}
            newerHref={register.newer && pathTo.advice({ ...query, sort, after: register.newer })}
            olderHref={register.older && pathTo.advice({ ...query, sort, before: register.older })}
          />
        </>
      )}
    </>
  );
}

function Filters({ register }: { register: AdviceRegisterView }) {
  const { active, choices, oldestFirst } = register;
  return (
    <SelectFilters
      at={pathTo.advice}
      active={active}
      days
      kept={oldestFirst ? { sort: 'date_asc' } : {}}
      filters={[
        { name: 'country', label: 'Country', options: choices.countries },
        { name: 'status', label: 'Status', options: choices.statuses },
        { name: 'waiting', label: 'Without an answer', options: choices.waits },
        { name: 'work_area', label: 'Work area', options: choices.workAreas },
        { name: 'instrument', label: 'Instrument', options: choices.instruments },
        { name: 'topic', label: 'Kind', options: choices.topics },
        { name: 'author', label: 'Given by', options: choices.authors },
        { name: 'sensitivity', label: 'Sensitivity', options: choices.levels },
      ]}
      more={[partnerFilter('recipient', 'Recipient')]}
    />
  );
}

function adviceRow(one: AdviceRegisterView['advice'][number], reading: Reading) {
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
        {one.since === one.on ? null : <span className="sub">{formatShortDate(one.since, reading)}</span>}
      </td>
    </tr>
  );
}

function NoAdvice({ register, query }: { register: AdviceRegisterView; query: Record<string, string> }) {
  if (register.active.length === 0) {
    return (
      <EmptyState
        title="No advice yet"
        acts={
          register.mayLog ? (
            <LinkButton look="main" href={pathTo.newAdvice()}>
              Record the first piece of advice
            </LinkButton>
          ) : null
        }
      >
        <p>
          What we advise stands here with what came of it. It is recorded with the meeting, call or letter in
          which it was given, made of a passage of its notes, or by itself.
        </p>
      </EmptyState>
    );
  }
  const { widest } = register;
  return (
    <EmptyState
      title="Nothing fits these filters"
      acts={<LinkButton href={pathTo.advice()}>Clear all filters</LinkButton>}
    >
      {widest ? (
        <p>
          The filter that leaves out most is{' '}
          <a href={pathTo.advice({ ...query, [widest.name]: undefined })}>{widest.label}</a>: without it there
          would be {widest.count > 1000 ? 'more than 1,000' : formatNumber(widest.count, register.reading)}.
        </p>
      ) : (
        <p>Without any single one of them there would still be nothing: take two away.</p>
      )}
    </EmptyState>
  );
}
