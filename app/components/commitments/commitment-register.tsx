import type {
  CommitmentGlance,
  listCommitmentRegister,
} from '#app/domain/commitments/list-commitments.server.ts';
import { pathTo } from '#app/paths.ts';
import { partnerHref } from '../advice/advice-list.tsx';
import { recordTitle } from '../timeline/record-words.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatShortDate, type Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SelectFilters } from '../ui/select-filters.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Lateness, Tag } from '../ui/tag.tsx';
import { commitmentHref, SIDE_WORDS } from './commitment-list.tsx';

type Register = Awaited<ReturnType<typeof listCommitmentRegister>>;

const STATUS_WORDS = { open: 'Open', kept: 'Kept', broken: 'Broken' } as const;
const COLUMNS = [
  { label: 'Due' },
  { label: 'Promise' },
  { label: 'Whose' },
  { label: 'By' },
  { label: 'Made' },
];

export function CommitmentRegister({ register }: { register: Register }) {
  const { active, choices, next, side, status } = register;
  const words = {
    ...Object.fromEntries(active.map(({ name, value }) => [name, value])),
    status: status === 'open' ? '' : status,
    side: side ?? '',
  };
  const sides = [
    { label: 'Both', value: '' },
    { label: 'Theirs', value: 'theirs' },
    { label: 'Ours', value: 'ours' },
  ];
  return (
    <>
      <PageHeader title="Commitments" meta="What partners promised us, and what we promised them" />
      <Tabs
        label="Whose promises"
        tabs={sides.map(({ label, value }) => ({
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
          {
            name: 'status',
            label: 'Status',
            options: (['open', 'kept', 'broken'] as const).map((value) => ({
              value,
              label: STATUS_WORDS[value],
            })),
          },
          { name: 'country', label: 'Country', options: choices.countries },
          { name: 'work_area', label: 'Work area', options: choices.workAreas },
        ]}
      />
      {register.commitments.length === 0 ? (
        <EmptyState title="No promises like these">
          Promises are recorded with the meeting in which they were made.
        </EmptyState>
      ) : (
        <>
          <DataTable caption="Commitments, the longest due first" columns={COLUMNS}>
            {register.commitments.map((one) => commitmentRow(one, register.reading))}
          </DataTable>
          <Pagination
            note="The longest due first"
            newerHref={register.turned ? pathTo.commitments(words) : null}
            newerLabel="From the first"
            olderHref={next && pathTo.commitments({ ...words, after: next })}
            olderLabel="Next"
          />
        </>
      )}
    </>
  );
}

function commitmentRow(one: CommitmentGlance, reading: Reading) {
  return (
    <tr key={one.ref}>
      <td className="tight">{dueCell(one, reading)}</td>
      <td className="title">
        <a href={commitmentHref(one)}>{recordTitle(one, one.text)}</a> <LevelMark level={one.level} />
      </td>
      <td>{SIDE_WORDS[one.side]}</td>
      <td className="full">
        {one.side === 'ours'
          ? one.byUs
          : one.by.map((partner) => (
              <a key={partner.ref} href={partnerHref(partner)}>
                {partner.name}
              </a>
            ))}
      </td>
      <td className="date" data-label="Made">
        {formatShortDate(one.madeOn, reading)}
      </td>
    </tr>
  );
}

function dueCell(one: CommitmentGlance, reading: Reading) {
  if (one.status === 'kept') return <Tag tone="good">Kept</Tag>;
  if (one.status === 'broken') return <Tag tone="late">Broken</Tag>;
  return one.dueOn === null ? (
    <span className="soft">No date</span>
  ) : (
    <Lateness dueOn={one.dueOn} reading={reading} />
  );
}
