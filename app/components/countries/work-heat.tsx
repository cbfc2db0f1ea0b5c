import type { CountryPage as View } from '#app/domain/countries/show-country.server.ts';
import { pathTo, withQuery } from '#app/paths.ts';
import { HeatTable } from '../ui/heat-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { AreaMark } from '../ui/work-area-mark.tsx';

/** Interactions held a quarter, by work area and by kind of partner; every number opens its rows. */
export function WorkHeat({ country }: { country: View }) {
  const { iso3, work } = country;
  // Sixty links or more that differ in two words: each is put together from two parts.
  const ends = work.quarters.map(({ from, to }) =>
    withQuery('', { from, to, state: 'held' }).replace('?', '&'),
  );
  const cells = (counts: readonly number[], words: Record<string, string>) => {
    const all = pathTo.interactions({ country: iso3, ...words });
    return counts.map((count, index) => ({ count, href: `${all}${ends[index]}` }));
  };
  return (
    <Panel
      title="Where our work went"
      note="interactions a quarter, by work area and by kind of partner"
      foot="An interaction with two work areas or two kinds of partner counts in both rows."
    >
      <HeatTable
        caption="Interactions a quarter, by work area and by kind of partner"
        rowsLabel="Work area or kind of partner"
        periods={work.quarters.map(({ name, year }, index) =>
          name === 'Q1' || index === 0 ? `${name} ${year.slice(2)}` : name,
        )}
        groups={[
          work.areas.map((area) => ({
            key: area.code,
            label: (
              <>
                <AreaMark mark={area.mark ?? area.label.charAt(0)} hue={area.hue} />
                {area.label}
              </>
            ),
            cells: cells(area.counts, { work_area: area.code }),
          })),
          work.types
            .filter(({ counts }) => counts.some((count) => count > 0))
            .map((type) => ({
              key: type.code,
              label: type.label,
              cells: cells(type.counts, { partner_type: type.code }),
            })),
        ]}
      />
    </Panel>
  );
}
