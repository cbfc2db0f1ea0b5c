import type { showOrganisation } from '#app/domain/organisations/show-organisation.server.ts';
import { pathTo } from '#app/paths.ts';
import { AdviceList } from '../advice/advice-list.tsx';
import { CommitmentList } from '../commitments/commitment-list.tsx';
import { FollowUpGlances } from '../follow-ups/follow-up-glances.tsx';
import { contactWords } from '../timeline/contact-days.ts';
import { InteractionTimeline, TimelinePages } from '../timeline/interaction-timeline.tsx';
import { LinkButton } from '../ui/button.tsx';
import { DefinitionStrip } from '../ui/definition-strip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate, formatNumber } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { PeopleNow } from './people-now.tsx';

export type OrganisationView = Awaited<ReturnType<typeof showOrganisation>>;

export function OrganisationPage({ organisation }: { organisation: OrganisationView }) {
  const { ref, reading, timeline } = organisation;
  const here = pathTo.organisation(ref);
  return (
    <>
      <PageHeader
        title={organisation.name}
        crumbs={[{ label: 'Organisations', href: pathTo.organisations() }]}
        meta={[organisation.acronym, organisation.partnerType, organisation.country?.name ?? 'International']
          .filter(Boolean)
          .join(' · ')}
        acts={
          organisation.mayLog ? (
            <LinkButton href={pathTo.newInteraction({ organisation: ref })}>
              Log interaction with them
            </LinkButton>
          ) : null
        }
      />
      <OrganisationFacts organisation={organisation} />
      <div className="grid">
        <div className="c7">
          <Panel title="Timeline" id="timeline">
            {timeline.entries.length === 0 ? (
              <EmptyState title="No interaction yet">What you log with them appears here.</EmptyState>
            ) : (
              <>
                <InteractionTimeline entries={timeline.entries} reading={reading} />
                <TimelinePages view={timeline} at={(query) => pathTo.organisation(ref, query)} />
              </>
            )}
          </Panel>
        </div>
        <div className="c5 stack">
          <PeopleNow people={organisation.people} earlier={organisation.earlier} reading={reading} />
          {organisation.followUps.length > 0 ? (
            <Panel title="Open follow-ups">
              <FollowUpGlances followUps={organisation.followUps} reading={reading} back={here} assignees />
            </Panel>
          ) : null}
          <Panel
            title="They promised us"
            act={<a href={pathTo.commitments({ side: 'theirs', organisation: ref })}>See all</a>}
          >
            {organisation.theirs.length === 0 ? (
              <p className="soft">Nothing is open.</p>
            ) : (
              <CommitmentList commitments={organisation.theirs} reading={reading} unnamed />
            )}
          </Panel>
          <Panel
            title="We promised them"
            act={<a href={pathTo.commitments({ side: 'ours', organisation: ref })}>See all</a>}
          >
            {organisation.ours.length === 0 ? (
              <p className="soft">Nothing is open.</p>
            ) : (
              <CommitmentList commitments={organisation.ours} reading={reading} />
            )}
          </Panel>
          <Panel title="Advice to them" act={<a href={pathTo.advice({ organisation: ref })}>See all</a>}>
            {organisation.advice.length === 0 ? (
              <p className="soft">None is recorded.</p>
            ) : (
              <AdviceList advice={organisation.advice} reading={reading} />
            )}
          </Panel>
        </div>
      </div>
    </>
  );
}

function OrganisationFacts({ organisation }: { organisation: OrganisationView }) {
  const { reading, country, parent, otherNames, website, lastMetOn } = organisation;
  const contact = contactWords(lastMetOn, reading);
  return (
    <DefinitionStrip
      facts={[
        {
          term: 'Last contact',
          value: contact.words,
          tone: contact.tone,
          note: lastMetOn === null ? 'no meeting within your access' : formatDate(lastMetOn, reading),
        },
        {
          term: 'Interactions held',
          value: formatNumber(organisation.heldInYear, reading),
          note: 'in twelve months',
        },
        {
          term: 'Country',
          value: country ? <a href={pathTo.country(country.iso3)}>{country.name}</a> : 'International',
        },
        ...(parent
          ? [{ term: 'Part of', value: <a href={pathTo.organisation(parent.ref)}>{parent.name}</a> }]
          : []),
        { term: 'Relationship owner', value: organisation.owner ?? 'nobody yet' },
        ...(otherNames.length > 0 ? [{ term: 'Also known as', value: otherNames.join('; ') }] : []),
        ...(website
          ? [
              {
                term: 'Website',
                value: (
                  <a href={website} rel="noreferrer">
                    {website.replace(/^https?:\/\//, '')}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
