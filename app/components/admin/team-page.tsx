import type { TeamPage } from '#app/domain/teams/show-team.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { formatList, pluralise } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** One team: its name, its people, and the countries whose confidential records they read. */
export function TeamPageView(props: {
  team: TeamPage;
  name?: string | undefined;
  errors?: Record<string, string> | undefined;
}) {
  const { team, errors = {} } = props;
  return (
    <>
      <PageHeader crumbs={[{ label: 'Teams', href: pathTo.teams() }]} title={team.name} />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <div className="grid">
        <div className="c8">
          <Countries team={team} />
        </div>
        <div className="c4 stack">
          <Panel title="Name">
            <form method="post" className="stack">
              <TextInput
                name="name"
                label="Name"
                defaultValue={props.name ?? team.name}
                error={errors.name}
              />
              <Button type="submit" name="act" value="rename">
                Rename
              </Button>
            </form>
          </Panel>
          <Panel title="People" note={String(team.members.length)}>
            {team.members.length === 0 ? <p className="soft">Nobody yet.</p> : null}
            <ul className="entries">
              {team.members.map((one) => (
                <li key={one.ref}>
                  <a href={pathTo.account(one.ref)}>{one.name}</a>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  );
}

function Countries({ team }: { team: TeamPage }) {
  return (
    <Panel title="Countries">
      <form method="post" className="stack" id="countries">
        <p className="soft">
          The team reads the confidential records of the countries that it covers. A change counts at once,
          and for all that was written on a country before.
        </p>
        {team.regions.map((region) => {
          const covered = region.countries.filter((country) => country.covered).length;
          return (
            <details key={region.name} className="fold" open={covered > 0}>
              <summary>
                {region.name}{' '}
                <small className="soft">
                  {pluralise(
                    region.countries.length,
                    { one: `${covered} of {n} country`, other: `${covered} of {n} countries` },
                    team.reading,
                  )}
                </small>
              </summary>
              <div className="chips">
                {region.countries.map((country) => (
                  <label key={country.iso3} className="chip">
                    <input
                      type="checkbox"
                      name="countries"
                      value={country.iso3}
                      defaultChecked={country.covered}
                    />
                    {country.name}
                    {country.others.length > 0 ? (
                      <small className="soft">{formatList(country.others, team.reading)}</small>
                    ) : null}
                  </label>
                ))}
              </div>
            </details>
          );
        })}
        <Button type="submit" look="main" name="act" value="countries">
          Save the countries
        </Button>
      </form>
    </Panel>
  );
}
