import type { searchNames } from '#app/domain/search/search-names.server.ts';
import { pathTo } from '#app/paths.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';

type Results = Awaited<ReturnType<typeof searchNames>>;

/** People, organisations and countries whose names begin with what was asked. */
export function NameResults({ results }: { results: Results }) {
  const { q, countries, organisations, people } = results;
  const nothing = countries.length + organisations.length + people.length === 0;
  return (
    <>
      <PageHeader title="Names" meta={results.asked ? `that begin with “${q}”` : undefined} />
      {!results.asked ? (
        <EmptyState title="What are you looking for?">
          Type the beginning of a name, an acronym or an old name; accents do not matter.
        </EmptyState>
      ) : nothing ? (
        <EmptyState
          title={`No name begins with “${q}”`}
          acts={<a href={pathTo.newInteraction()}>Log an interaction</a>}
        >
          Try fewer letters or another word of the name. New partners are added in the form that logs an
          interaction.
        </EmptyState>
      ) : (
        <div className="grid">
          {people.length > 0 ? (
            <Panel
              title="People"
              span={6}
              foot={results.morePeople ? <a href={pathTo.people({ q })}>See all people</a> : undefined}
            >
              <ul className="plain rows">
                {people.map((one) => (
                  <li key={one.ref}>
                    <a href={pathTo.person(one.ref)}>{one.name}</a>
                    <span className="sub">{[one.post, one.country?.name].filter(Boolean).join(' · ')}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          ) : null}
          {organisations.length > 0 ? (
            <Panel
              title="Organisations"
              span={6}
              foot={
                results.moreOrganisations ? (
                  <a href={pathTo.organisations({ q })}>See all organisations</a>
                ) : undefined
              }
            >
              <ul className="plain rows">
                {organisations.map((one) => (
                  <li key={one.ref}>
                    <a href={pathTo.organisation(one.ref)}>{one.name}</a>
                    <span className="sub">
                      {[one.acronym, one.country?.name ?? 'International'].filter(Boolean).join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            </Panel>
          ) : null}
          {countries.length > 0 ? (
            <Panel title="Countries" span={6}>
              <ul className="plain rows">
                {countries.map((one) => (
                  <li key={one.iso3}>
                    <a href={pathTo.country(one.iso3)}>{one.name}</a>
                  </li>
                ))}
              </ul>
            </Panel>
          ) : null}
        </div>
      )}
    </>
  );
}
