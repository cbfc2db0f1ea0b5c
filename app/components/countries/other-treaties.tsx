import type { CountryPage as View } from '#app/domain/countries/show-country.server.ts';
import { pathTo } from '#app/paths.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { FactNote } from './fact-note.tsx';
import { treatyWords } from './standing-words.ts';

const COLUMNS = [{ label: 'Treaty' }, { label: 'Standing' }, { label: 'Source' }];

export function OtherTreaties({ country: { treaties, reading } }: { country: View }) {
  if (treaties.length === 0) return null;
  return (
    <Panel
      title="Other treaties"
      span={12}
      foot="A treaty that is not here has no entry in the lists loaded."
    >
      <DataTable caption="Other treaties" columns={COLUMNS}>
        {treaties.map((treaty) => {
          const { words, tone } = treatyWords(treaty, reading);
          return (
            <tr key={treaty.code}>
              <td className="title">
                <a href={pathTo.instrument(treaty.code)}>{treaty.label}</a>
                <span className="sub">{treaty.title}</span>
              </td>
              <td className="full">
                <span className={tone === 'plain' ? undefined : tone}>{words}</span>
                {treaty.how ? <span className="sub">{treaty.how}</span> : null}
              </td>
              <td className="full">
                <FactNote fact={treaty.fact} reading={reading} />
                {treaty.notes ? <span className="sub">{treaty.notes}</span> : null}
              </td>
            </tr>
          );
        })}
      </DataTable>
    </Panel>
  );
}
