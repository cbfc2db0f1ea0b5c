import type { listTeams } from '#app/domain/teams/list-teams.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { formatList, pluralise } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { AdminTabs } from './admin-tabs.tsx';

type List = Awaited<ReturnType<typeof listTeams>>;

const COLUMNS = [{ label: 'Team' }, { label: 'Countries' }, { label: 'People' }];

export function TeamList(props: { list: List; name?: string | undefined; error?: string | undefined }) {
  const { teams, uncovered, reading } = props.list;
  return (
    <>
      <PageHeader
        title="Teams"
        meta={pluralise(
          uncovered,
          { one: '{n} country belongs to no team', other: '{n} countries belong to no team' },
          reading,
        )}
      />
      <AdminTabs current="teams" />
      <DataTable caption="Teams, by name" columns={COLUMNS}>
        {teams.map((team) => (
          <tr key={team.ref}>
            <td className="title">
              <a href={pathTo.team(team.ref)}>{team.name}</a>
            </td>
            <td className="full" data-label="Countries">
              {team.countries.length === 0 ? (
                <span className="soft">None</span>
              ) : (
                <details className="fold">
                  <summary>
                    {pluralise(
                      team.countries.length,
                      { one: '{n} country', other: '{n} countries' },
                      reading,
                    )}
                  </summary>
                  {formatList(team.countries, reading)}
                </details>
              )}
            </td>
            <td className="full" data-label="People">
              {team.members.length === 0 ? (
                <span className="soft">Nobody</span>
              ) : (
                formatList(team.members, reading)
              )}
            </td>
          </tr>
        ))}
      </DataTable>
      <Panel title="A new team">
        <form method="post" className="stack">
          <TextInput
            name="name"
            label="Name"
            defaultValue={props.name}
            error={props.error}
            hint="Countries and people come next."
          />
          <Button type="submit" look="main">
            Create the team
          </Button>
        </form>
      </Panel>
    </>
  );
}
