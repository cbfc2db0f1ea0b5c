import type { listPeoplePage } from '#app/domain/people/list-people.server.ts';
import { pathTo } from '#app/paths.ts';
import { contactWords } from '../timeline/contact-days.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatNumber, pluralise, type Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { NameSearch, SelectFilters } from '../ui/select-filters.tsx';
import { RiskMark } from './risk-mark.tsx';

type List = Awaited<ReturnType<typeof listPeoplePage>>;

const COLUMNS = [{ label: 'Name' }, { label: 'Position' }, { label: 'Country' }, { label: 'Last contact' }];

export function PersonList({ list }: { list: List }) {
  const { active, choices, q, next, reading } = list;
  const words = { q, ...Object.fromEntries(active.map(({ name, value }) => [name, value])) };
  return (
    <>
      <PageHeader title="People" meta={countWords(list, reading)} />
      <NameSearch action={pathTo.people()} q={q} label="Find by name" kept={active} />
      <SelectFilters
        at={pathTo.people}
        active={active}
        kept={{ q }}
        filters={[{ name: 'country', label: 'Country', options: choices.countries }]}
      />
      {list.people.length === 0 ? (
        <EmptyState title="Nobody like this">
          {q === ''
            ? 'People are added in the form that logs an interaction.'
            : 'Try the beginning of one word of the name; accents do not matter.'}
        </EmptyState>
      ) : (
        <>
          <DataTable caption="People by name" columns={COLUMNS}>
            {list.people.map((one) => personRow(one, reading))}
          </DataTable>
          <Pagination
            note="By name"
            newerHref={list.turned ? pathTo.people(words) : null}
            newerLabel="From the first"
            olderHref={next && pathTo.people({ ...words, after: next })}
            olderLabel="Next"
          />
        </>
      )}
    </>
  );
}

function personRow(one: List['people'][number], reading: Reading) {
  const contact = contactWords(one.lastMetOn, reading);
  return (
    <tr key={one.ref}>
      <td className="title">
        <a href={pathTo.person(one.ref)}>{one.name}</a> <LevelMark level={one.level} />
        {one.atRisk ? <RiskMark /> : null}
      </td>
      <td className="full">
        {one.title ?? <span className="soft">No position now</span>}
        {one.organisation ? <span className="sub">{one.organisation}</span> : null}
      </td>
      <td>{one.country}</td>
      <td className="tight" data-label="Last contact">
        <span className={contact.tone === 'plain' ? 'soft' : contact.tone}>{contact.words}</span>
      </td>
    </tr>
  );
}

/** Counted no further than a thousand. */
function countWords({ count, more }: List, reading: Reading): string {
  return more
    ? `More than ${formatNumber(count, reading)} people within your access`
    : pluralise(
        count,
        { one: '{n} person within your access', other: '{n} people within your access' },
        reading,
      );
}
