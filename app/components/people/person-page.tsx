import type { showPerson } from '#app/domain/people/show-person.server.ts';
import { pathTo } from '#app/paths.ts';
import { AdviceList } from '../advice/advice-list.tsx';
import { CommitmentList } from '../commitments/commitment-list.tsx';
import { FollowUpGlances } from '../follow-ups/follow-up-glances.tsx';
import { contactWords } from '../timeline/contact-days.ts';
import { InteractionTimeline, TimelinePages } from '../timeline/interaction-timeline.tsx';
import { LinkButton } from '../ui/button.tsx';
import { FactList } from '../ui/definition-strip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { RiskMark } from './risk-mark.tsx';

type PersonView = Awaited<ReturnType<typeof showPerson>>;

export function PersonPage({ person }: { person: PersonView }) {
  const { ref, reading, timeline } = person;
  const [now] = person.positions.filter(({ isOver }) => !isOver);
  return (
    <>
      <PageHeader
        title={person.name}
        crumbs={[{ label: 'People', href: pathTo.people() }]}
        marks={
          <>
            <LevelMark level={person.level} />
            {person.atRisk ? <RiskMark /> : null}
          </>
        }
        meta={now ? `${now.title}, ${now.organisation.name}` : undefined}
        acts={
          person.mayLog ? (
            <LinkButton href={pathTo.newInteraction({ person: ref })}>Log interaction with them</LinkButton>
          ) : null
        }
      />
      {person.isCodeName ? (
        <Notice tone="soon">This is a code name: use it in every note, and never write the real one.</Notice>
      ) : null}
      {person.atRisk && !person.isCodeName ? (
        <Notice tone="soon">
          Harm may come to this person from contact with us. Meetings with them are restricted unless you
          choose otherwise.
        </Notice>
      ) : null}
      <div className="grid">
        <div className="c7">
          <Panel title="Timeline" id="timeline">
            {timeline.entries.length === 0 ? (
              <EmptyState title="No interaction yet">What you log with them appears here.</EmptyState>
            ) : (
              <>
                <InteractionTimeline entries={timeline.entries} reading={reading} countries />
                <TimelinePages view={timeline} at={(query) => pathTo.person(ref, query)} />
              </>
            )}
          </Panel>
        </div>
        <div className="c5 stack">
          <PersonFacts person={person} />
          <Positions person={person} />
          {person.followUps.length > 0 ? (
            <Panel title="Open follow-ups">
              <FollowUpGlances
                followUps={person.followUps}
                reading={reading}
                back={pathTo.person(ref)}
                assignees
                countries
              />
            </Panel>
          ) : null}
          <Panel
            title="They promised us"
            act={<a href={pathTo.commitments({ side: 'theirs', person: ref })}>See all</a>}
          >
            {person.theirs.length === 0 ? (
              <p className="soft">Nothing is recorded.</p>
            ) : (
              <CommitmentList commitments={person.theirs} reading={reading} unnamed />
            )}
          </Panel>
          <Panel
            title="We promised them"
            act={<a href={pathTo.commitments({ side: 'ours', person: ref })}>See all</a>}
          >
            {person.ours.length === 0 ? (
              <p className="soft">Nothing is open.</p>
            ) : (
              <CommitmentList commitments={person.ours} reading={reading} />
            )}
          </Panel>
          <Panel title="Advice to them" act={<a href={pathTo.advice({ person: ref })}>See all</a>}>
            {person.advice.length === 0 ? (
              <p className="soft">None was given to them by name.</p>
            ) : (
              <AdviceList advice={person.advice} reading={reading} />
            )}
          </Panel>
        </div>
      </div>
    </>
  );
}

function PersonFacts({ person }: { person: PersonView }) {
  const { reading, lastMetOn } = person;
  const contact = contactWords(lastMetOn, reading);
  return (
    <Panel title="Facts">
      <FactList
        facts={[
          {
            term: 'Last contact',
            value: (
              <>
                <span className={contact.tone === 'plain' ? undefined : contact.tone}>{contact.words}</span>
                {lastMetOn === null ? '' : ` · ${formatDate(lastMetOn, reading)}`}
              </>
            ),
          },
          { term: 'Languages', value: person.languages },
          { term: 'How to reach', value: person.reach },
          { term: 'Consent', value: person.consentBasis ?? 'not recorded' },
          {
            term: 'Review consent',
            value: person.consentReviewOn === null ? null : formatDate(person.consentReviewOn, reading),
          },
          { term: 'Team', value: person.team },
        ]}
      />
    </Panel>
  );
}

function Positions({ person: { positions, reading } }: { person: PersonView }) {
  return (
    <Panel title="Positions">
      {positions.length === 0 ? <p className="soft">None is known.</p> : null}
      <ul className="plain rows">
        {positions.map((one) => (
          <li
            key={`${one.organisation.ref}${one.title}${one.fromOn ?? ''}`}
            className={one.isOver ? 'soft' : undefined}
          >
            {one.title}, <a href={pathTo.organisation(one.organisation.ref)}>{one.organisation.name}</a>
            <span className="sub">{[one.country, spanWords(one, reading)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function spanWords(
  { fromOn, untilOn, isOver }: PersonView['positions'][number],
  reading: PersonView['reading'],
): string {
  if (untilOn !== null && fromOn !== null)
    return `${formatDate(fromOn, reading)} to ${formatDate(untilOn, reading)}`;
  if (untilOn !== null) return `until ${formatDate(untilOn, reading)}`;
  if (fromOn !== null) return `since ${formatDate(fromOn, reading)}`;
  return isOver ? '' : 'since when is unknown';
}
