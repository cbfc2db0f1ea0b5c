import type { CountryPage as View } from '#app/domain/countries/show-country.server.ts';
import { pathTo } from '#app/paths.ts';
import { recordTitle } from '../timeline/record-words.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';

/** What we want here, and how far it is. */
export function CountryObjectives({ country }: { country: View }) {
  const { iso3, objectives, mayLog } = country;
  return (
    <Panel
      title="Objectives"
      act={<a href={pathTo.objectives({ view: 'table', country: iso3 })}>See all</a>}
      foot={mayLog ? <a href={pathTo.newObjective({ country: iso3 })}>New objective</a> : undefined}
    >
      {objectives.length === 0 ? (
        <p className="soft">None is open.</p>
      ) : (
        <ul className="entries">
          {objectives.map((one) => (
            <li key={one.ref}>
              <p>
                <a href={pathTo.objective(one.ref)}>{recordTitle(one, one.title)}</a>{' '}
                <LevelMark level={one.level} /> <Tag>{one.stage}</Tag>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
