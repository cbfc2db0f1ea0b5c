import type { listCountryPage } from '#app/domain/countries/list-countries.server.ts';
import { pathTo } from '#app/paths.ts';
import { contactWords } from '../timeline/contact-days.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { pluralise, type Reading } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { NameSearch, SelectFilters } from '../ui/select-filters.tsx';
import { mechanismWords, treatyWords } from './standing-words.ts';

type List = Awaited<ReturnType<typeof listCountryPage>>;
type Row = List['regions'][number]['countries'][number];

const COLUMNS = [
  { label: 'Country' },
  { label: 'CAT' },
  { label: 'OPCAT' },
  { label: 'Mechanism' },
  { label: 'Last contact' },
  { label: '12 months', className: 'num' as const },
];

export function CountryList({ list }: { list: List }) {
  const { active, choices, q, reading } = list;
  return (
    <>
      <PageHeader
        title="Countries"
        meta={pluralise(list.count, { one: '{n} country', other: '{n} countries' }, reading)}
      />
      <NameSearch action={pathTo.countries()} q={q} label="Find a country, in any language" kept={active} />
      <Tabs
        label="Regions"
        tabs={[...choices.regions, 'all'].map((region) => ({
          label: region === 'all' ? 'All' : region,
          href: pathTo.countries({ region }),
          current: region === list.region,
        }))}
      />
      <SelectFilters
        at={pathTo.countries}
        active={active}
        kept={{ q }}
        filters={[{ name: 'team', label: 'Team', options: choices.teams }]}
      />
      {list.count === 0 ? (
        <EmptyState title="No country like this" acts={<a href={pathTo.countries()}>See all countries</a>}>
          Try the beginning of its name in English, French or Spanish, or take away a filter.
        </EmptyState>
      ) : (
        list.regions.map(({ name, countries }) => (
          <section key={name} className="region">
            {list.regions.length > 1 ? <h2>{name}</h2> : null}
            <DataTable caption={`Countries of ${name}`} columns={COLUMNS}>
              {countries.map((one) => countryRow(one, list))}
            </DataTable>
          </section>
        ))
      )}
      <p className="panel-foot">
        Treaties and mechanisms as of the sources named on each country’s page; what they do not say is
        unknown. Contacts are those within your access.
      </p>
    </>
  );
}

function countryRow(one: Row, { reading, months }: List) {
  const contact = contactWords(one.lastOn, reading);
  const mechanism = mechanismWords(one.mechanism, reading);
  return (
    <tr key={one.iso3}>
      <td className="title">
        <a href={pathTo.country(one.iso3)}>{one.name}</a>{' '}
        {one.mine ? <span className="tag accent">My team</span> : null}
      </td>
      <td data-label="CAT">{treatyCell(one.cat, reading)}</td>
      <td data-label="OPCAT">{treatyCell(one.opcat, reading)}</td>
      <td data-label="Mechanism">{toned(mechanism)}</td>
      <td data-label="Last contact">{toned(contact)}</td>
      <td className="num" data-label="12 months">
        {one.held > 0 ? (
          <a href={pathTo.interactions({ country: one.iso3, ...months, state: 'held' })}>{one.held}</a>
        ) : (
          <span className="soft">0</span>
        )}
      </td>
    </tr>
  );
}

/** The year is enough in a table; the day stands on the country's page. */
function treatyCell(standing: Row['cat'], reading: Reading) {
  const recalled = standing.fact?.confidence === 'recalled' ? ' (recalled)' : '';
  if (standing.status === 'party')
    return `${standing.boundOn?.slice(0, 4) ?? 'Party, year unknown'}${recalled}`;
  return toned(treatyWords({ ...standing, signedOn: standing.signedOn?.slice(0, 4) ?? null }, reading));
}

function toned({ words, tone }: { words: string; tone: string }) {
  return <span className={tone === 'plain' ? 'soft' : tone}>{words}</span>;
}
