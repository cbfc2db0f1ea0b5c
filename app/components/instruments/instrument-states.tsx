import type { InstrumentPage } from '#app/domain/instruments/show-instrument.server.ts';
import { pathTo } from '#app/paths.ts';
import { FactNote } from '../countries/fact-note.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { formatDate, formatNumber, type Reading } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';
import { Tabs } from '../ui/tabs.tsx';

type States = NonNullable<InstrumentPage['states']>;

const GROUP_WORDS = { bound: 'Bound', signed: 'Signed only', neither: 'Neither' } as const;
const COLUMNS = [{ label: 'State' }, { label: 'Since' }, { label: 'Source' }];

/** The States bound, those that only signed, and those of which the lists say neither. */
export function InstrumentStates(props: { code: string; states: States; reading: Reading }) {
  const { code, states, reading } = props;
  return (
    <Panel
      title="States"
      id="states"
      foot={
        states.group === 'neither'
          ? 'The lists loaded have no entry for these: neither signed nor bound as far as is known.'
          : undefined
      }
    >
      <Tabs
        label="States by standing"
        tabs={states.counts.map(({ name, count }) => ({
          label: GROUP_WORDS[name],
          href: `${pathTo.instrument(code, name === 'bound' ? {} : { status: name })}#states`,
          count: formatNumber(count, reading),
          current: name === states.group,
        }))}
      />
      {states.rows.length === 0 ? (
        <p className="soft">None.</p>
      ) : states.group === 'neither' ? (
        <ul className="plain name-columns">
          {states.rows.map((one) => (
            <li key={one.iso3}>
              <a href={pathTo.country(one.iso3)}>{one.name}</a>
              {one.standing.status === 'denounced' ? <span className="late"> denounced</span> : null}
            </li>
          ))}
        </ul>
      ) : (
        <DataTable caption={`States: ${GROUP_WORDS[states.group]}`} columns={COLUMNS}>
          {states.rows.map(({ iso3, name, standing }) => (
            <tr key={iso3}>
              <td className="title">
                <a href={pathTo.country(iso3)}>{name}</a>
              </td>
              <td className="full">
                {formatDate(states.group === 'bound' ? standing.boundOn : standing.signedOn, reading)}
                {standing.how ? <span className="soft"> {standing.how}</span> : null}
              </td>
              <td className="full">
                <FactNote fact={standing.fact} reading={reading} />
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </Panel>
  );
}
