import type { CountryPage as View } from '#app/domain/countries/show-country.server.ts';
import { pathTo } from '#app/paths.ts';
import { CommitmentList } from '../commitments/commitment-list.tsx';
import { FollowUpGlances } from '../follow-ups/follow-up-glances.tsx';
import { InteractionTimeline } from '../timeline/interaction-timeline.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { pluralise } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { AdviceOutcome } from './advice-outcome.tsx';
import { CountryReviews } from './country-reviews.tsx';
import { CountryObjectives } from './country-objectives.tsx';
import { CountryStrip } from './country-strip.tsx';
import { KeyPeople } from './key-people.tsx';
import { OtherTreaties } from './other-treaties.tsx';
import { SinceLastMet } from './since-last-met.tsx';
import { WorkHeat } from './work-heat.tsx';

/** One screen: where the country stands, whom we know, whom we neglect, what we advised and what came of it. */
export function CountryPage({ country }: { country: View }) {
  const { iso3, reading } = country;
  const all = pathTo.interactions({ country: iso3 });
  return (
    <>
      <PageHeader
        title={country.name}
        crumbs={[{ label: 'Countries', href: pathTo.countries() }]}
        meta={[country.subregion, country.memberships.join(', '), teamWords(country.teams)]
          .filter(Boolean)
          .join(' · ')}
        acts={
          country.mayLog ? (
            <LinkButton href={pathTo.newInteraction({ country: iso3 })}>Log interaction here</LinkButton>
          ) : null
        }
      />
      <CountryStrip country={country} />
      <div className="grid">
        <div className="c7 stack">
          <WorkHeat country={country} />
          <AdviceOutcome country={country} />
          <Panel title="Latest interactions" note={yearWords(country)} act={<a href={all}>See all</a>}>
            {country.latest.length === 0 ? (
              <EmptyState title="No interaction yet">What you log on {country.name} appears here.</EmptyState>
            ) : (
              <InteractionTimeline entries={country.latest} reading={reading} />
            )}
          </Panel>
          <CountryObjectives country={country} />
          <Panel
            title="Open follow-ups"
            act={<a href={pathTo.followUps({ country: iso3, assignee: 'all' })}>See all</a>}
          >
            {country.followUps.length === 0 ? (
              <p className="soft">None is open.</p>
            ) : (
              <FollowUpGlances
                followUps={country.followUps}
                reading={reading}
                back={pathTo.country(iso3)}
                assignees
              />
            )}
          </Panel>
        </div>
        <div className="c5 stack">
          <SinceLastMet country={country} />
          <CountryReviews iso3={iso3} reviews={country.reviewsToCome} reading={reading} />
          <Panel
            title="Promises"
            note="open, theirs and ours"
            act={<a href={pathTo.commitments({ country: iso3 })}>See all</a>}
          >
            {country.promises.length === 0 ? (
              <p className="soft">Nothing is open on either side.</p>
            ) : (
              <CommitmentList commitments={country.promises} reading={reading} sided />
            )}
          </Panel>
          <KeyPeople country={country} />
        </div>
        <OtherTreaties country={country} />
      </div>
      <p className="panel-foot">Counts and lists are of what lies within your access.</p>
    </>
  );
}

function heldHref(iso3: string, { from, to }: View['years']): string {
  return pathTo.interactions({ country: iso3, from, to, state: 'held' });
}

function yearWords({ iso3, years, reading }: View) {
  return (
    <>
      <a href={heldHref(iso3, years)}>
        {pluralise(years.held, { one: '{n} in twelve months', other: '{n} in twelve months' }, reading)}
      </a>
      {pluralise(
        years.heldBefore,
        { one: ', {n} in the twelve before', other: ', {n} in the twelve before' },
        reading,
      )}
    </>
  );
}

function teamWords(teams: readonly string[]): string {
  if (teams.length === 0) return 'no team covers it';
  return teams.map((name) => (/team$/i.test(name) ? name : `${name} team`)).join(', ');
}
