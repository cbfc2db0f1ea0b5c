import type { CommitmentGlance } from '#app/domain/commitments/glance-commitments.server.ts';
import type { CommitmentRegisterPage } from '#app/domain/commitments/list-commitments.server.ts';
import { daysLate } from '#app/domain/commitments/days-late.ts';
import { pathTo } from '#app/paths.ts';
import { partnerHref } from '../advice/advice-list.tsx';
import { PartnerChoice, partnerFilter } from '../partners/partner-choice.tsx';
import { recordTitle } from '../timeline/record-words.ts';
import { LinkButton } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatShortDate, type Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SelectFilters } from '../ui/select-filters.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Lateness, Tag } from '../ui/tag.tsx';
import { lateWords } from './commitment-page.tsx';

const STATUS_WORDS = { open: 'Open', kept: 'Kept', broken: 'Broken' } as const;
const SIDE_TITLES = { theirs: 'What they promised us', ours: 'What we promised them' } as const;
const COLUMNS = [
  { label: 'Due' },
  { label: 'Promise' },
  { label: 'By' },
  { label: 'Made in' },
  { label: 'Made', className: 'date' },
] as const;

export function CommitmentRegister({ register }: { register: CommitmentRegisterPage }) {
  const { active, choices, next, side, sides, status, reading } = register;
  const words = {
    ...Object.fromEntries(active.map(({ name, value }) => [name, value])),
    status: status === 'open' ? '' : status,
    side: side ?? '',
  };
  const tabs = [
    { label: 'Both', value: '' },
    { label: 'Theirs', value: 'theirs' },
    { label: 'Ours', value: 'ours' },
  ];
  const options = (['open', 'kept', 'broken'] as const).map((value) => ({
    value,
    label: STATUS_WORDS[value],
  }));
  return (
    <>
      <PageHeader
        title="Commitments"
        meta="What partners promised us, and what we promised them"
        acts={<LinkButton href={pathTo.commitmentsFile(words)}>Export</LinkButton>}
      />
      <Tabs
        label="Whose promises"
        tabs={tabs.map(({ label, value }) => ({
          label,
          href: pathTo.commitments({ ...words, side: value }),
          current: value === words.side,
        }))}
      />
      <SelectFilters
        at={pathTo.commitments}
        active={[
          ...(status === 'open' ? [] : [{ name: 'status', value: status, label: STATUS_WORDS[status] }]),
          ...active,
        ]}
        kept={{ side: words.side }}
        filters={[
          ...(active.some(({ name }) => name === 'late')
            ? []
            : [{ name: 'status', label: 'Status', options }]),
          ...(status === 'open'
            ? [{ name: 'late', label: 'Late', options: [{ value: 'yes', label: 'Past their day' }] }]
            : []),
          { name: 'country', label: 'Country', options: choices.countries },
          { name: 'work_area', label: 'Work area', options: choices.workAreas },
        ]}
        more={[partnerFilter('partner', 'Partner')]}
      />
      <PartnerChoice
        question="Promises of whom, or to whom?"
        asked={register.asked}
        found={register.partners}
        hrefOf={(partner) => pathTo.commitments({ ...words, ...partner })}
      />
      {sides.map((one) => (
        <section key={one.side} className="side-of">
          {side === null ? (
            <h2>
              {SIDE_TITLES[one.side]}
              {one.more ? <a href={pathTo.commitments({ ...words, side: one.side })}>See all</a> : null}
            </h2>
          ) : null}
          {one.commitments.length === 0 ? (
            <EmptyState title="No promises like these">
              Promises are recorded with the meeting in which they were made.
            </EmptyState>
          ) : (
            <DataTable caption={`${SIDE_TITLES[one.side]}, the longest due first`} columns={COLUMNS}>
              {one.commitments.map((row) => commitmentRow(row, reading))}
            </DataTable>
          )}
        </section>
      ))}
      <Pagination
        note="The longest due first"
        newerHref={register.turned ? pathTo.commitments(words) : null}
        newerLabel="From the first"
        olderHref={next && pathTo.commitments({ ...words, after: next })}
        olderLabel="Next"
      />
    </>
  );
}

function commitmentRow(one: CommitmentGlance, reading: Reading) {
  return (
    <tr key={one.ref}>
      <td className="tight">{dueCell(one, reading)}</td>
      <td className="title">
        <a href={pathTo.commitment(one.ref)}>{recordTitle(one, one.text)}</a> <LevelMark level={one.level} />
      </td>
      <td className="full">
        {one.byUs ??
          one.by.map((partner) => (
            <a key={partner.ref} href={partnerHref(partner)}>
              {partner.name}
            </a>
          ))}
      </td>
      <td className="full" data-label="Made in">
        {one.meeting ? (
          <a href={`${pathTo.interaction(one.meeting.ref)}#commitments`}>
            {one.meeting.summary || 'Sealed record'}
          </a>
        ) : null}
      </td>
      <td className="date" data-label="Made">
        {formatShortDate(one.madeOn, reading)}
      </td>
    </tr>
  );
}

function dueCell(one: CommitmentGlance, reading: Reading) {
  if (one.status === 'open') {
    return one.dueOn === null ? (
      <span className="soft">No date</span>
    ) : (
      <Lateness dueOn={one.dueOn} reading={reading} />
    );
  }
  const late = lateWords(daysLate(one, reading.today), reading);
  return (
    <>
      <Tag tone={one.status === 'kept' ? 'good' : 'late'}>{STATUS_WORDS[one.status]}</Tag>
      {late === '' ? null : <span className="sub">{late}</span>}
    </>
  );
}
