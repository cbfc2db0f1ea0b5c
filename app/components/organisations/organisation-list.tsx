import type { listOrganisationPage } from '#app/domain/organisations/list-organisations.server.ts';
import { pathTo } from '#app/paths.ts';
import { contactWords } from '../timeline/contact-days.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatNumber, pluralise, type Reading } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { NameSearch, SelectFilters } from '../ui/select-filters.tsx';

type List = Awaited<ReturnType<typeof listOrganisationPage>>;

const COLUMNS = [
  { label: 'Organisation' },
  { label: 'Kind' },
  { label: 'Country' },
  { label: 'Last contact' },
];

export function OrganisationList({ list }: { list: List }) {
  const { active, choices, q, next, reading } = list;
  const words = { q, ...Object.fromEntries(active.map(({ name, value }) => [name, value])) };
  return (
    <>
      <PageHeader title="Organisations" meta={countWords(list, reading)} />
      <NameSearch
        action={pathTo.organisations()}
        q={q}
        label="Find by name, acronym or old name"
        kept={active}
      />
      <SelectFilters
        at={pathTo.organisations}
        active={active}
        kept={{ q }}
        filters={[
          { name: 'country', label: 'Country', options: choices.countries },
          { name: 'partner_type', label: 'Kind of partner', options: choices.partnerTypes },
        ]}
      />
      {list.organisations.length === 0 ? (
        <EmptyState title="No organisation like this">
          {q === ''
            ? 'Organisations are added in the form that logs an interaction.'
            : 'Try the beginning of one word of its name, or its acronym; accents do not matter.'}
        </EmptyState>
      ) : (
        <>
          <DataTable caption="Organisations by name" columns={COLUMNS}>
            {list.organisations.map((one) => organisationRow(one, reading))}
          </DataTable>
          <Pagination
            note="By name"
            newerHref={list.turned ? pathTo.organisations(words) : null}
            newerLabel="From the first"
            olderHref={next && pathTo.organisations({ ...words, after: next })}
            olderLabel="Next"
          />
        </>
      )}
    </>
  );
}

function organisationRow(one: List['organisations'][number], reading: Reading) {
  const contact = contactWords(one.lastMetOn, reading);
  return (
    <tr key={one.ref}>
      <td className="title">
        <a href={pathTo.organisation(one.ref)}>{one.name}</a>
        {one.acronym ? <span className="soft"> {one.acronym}</span> : null}
      </td>
      <td>{one.partnerType}</td>
      <td>
        {one.country ? <a href={pathTo.country(one.country.iso3)}>{one.country.name}</a> : 'International'}
      </td>
      <td className="tight" data-label="Last contact">
        <span className={contact.tone === 'plain' ? 'soft' : contact.tone}>{contact.words}</span>
      </td>
    </tr>
  );
}

/** Counted no further than a thousand. */
function countWords({ count, more }: List, reading: Reading): string {
  return more
    ? `More than ${formatNumber(count, reading)} organisations`
    : pluralise(count, { one: '{n} organisation', other: '{n} organisations' }, reading);
}
