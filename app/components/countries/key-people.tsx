import type { CountryPage as View } from '#app/domain/countries/show-country.server.ts';
import { pathTo } from '#app/paths.ts';
import { RiskMark } from '../people/risk-mark.tsx';
import { contactWords } from '../timeline/contact-days.ts';
import { pluralise } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Panel } from '../ui/panel.tsx';

/** Whom we met most in the latest interactions, with the post they hold now. */
export function KeyPeople({ country: { iso3, work, reading } }: { country: View }) {
  return (
    <Panel
      title="Key people"
      note="met most in the latest 100 interactions"
      act={<a href={pathTo.people({ country: iso3 })}>See all</a>}
    >
      {work.keyPeople.length === 0 ? (
        <p className="soft">Nobody was met by name yet.</p>
      ) : (
        <table className="keep">
          <caption className="unseen">People met most</caption>
          <thead className="unseen">
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Meetings and last contact</th>
            </tr>
          </thead>
          <tbody>
            {work.keyPeople.map((one) => {
              const { words, tone } = contactWords(one.lastOn, reading);
              return (
                <tr key={one.ref}>
                  <td>
                    <a href={pathTo.person(one.ref)}>{one.name}</a> <LevelMark level={one.level} />
                    {one.atRisk ? <RiskMark /> : null}
                    <span className="sub">{one.post ?? 'No position now'}</span>
                  </td>
                  <td className="num tight">
                    <span className={tone}>{words}</span>
                    <span className="sub">
                      {pluralise(one.met, { one: '{n} meeting', other: '{n} meetings' }, reading)}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
