import { Button, LinkButton } from '#app/components/ui/button.tsx';
import { FactList } from '#app/components/ui/definition-strip.tsx';
import { formatDate, formatInstant } from '#app/components/ui/format.ts';
import { LevelMark } from '#app/components/ui/level-mark.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import { Lateness, Tag } from '#app/components/ui/tag.tsx';
import { TextArea } from '#app/components/ui/text-area.tsx';
import { WorkAreaLink } from '#app/components/ui/work-area-mark.tsx';
import type { FollowUpView } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { pathTo } from '#app/paths.ts';
import { FollowUpHistory } from './follow-up-history.tsx';

/** Why an act was not done, and what was typed. */
interface Undone {
  conflict?: string;
  error?: string;
  outcome?: string;
}

/** One thing to do, where it came from, and the place to say that it is done. */
export function FollowUpPage({ view, answer = {} }: { view: FollowUpView; answer?: Undone | undefined }) {
  const { reading } = view;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Follow-ups', href: pathTo.followUps() }]}
        title={view.title}
        marks={
          <>
            <LevelMark level={view.level} />
            {view.open ? <Lateness dueOn={view.dueOn} reading={reading} /> : <Tag tone="good">Done</Tag>}
          </>
        }
        acts={
          view.mayLog ? (
            <LinkButton href={pathTo.newInteraction({ follow_up: view.ref })}>Log interaction</LinkButton>
          ) : undefined
        }
      />
      {answer.conflict ? (
        <Notice tone="soon">
          <p>{answer.conflict}</p>
          {answer.outcome ? <p>What you wrote was not saved: {answer.outcome}</p> : null}
        </Notice>
      ) : null}
      <div className="grid">
        <div className="c8 stack">
          <Panel title={view.open ? 'What happened?' : 'What happened'}>
            {view.open ? null : (
              <p>
                {view.outcome || <span className="soft">Nothing was said.</span>}
                <span className="sub">
                  {view.doneBy}, {formatInstant(view.doneAt ?? '', reading)}
                </span>
              </p>
            )}
            {view.mayComplete ? <Completion view={view} answer={answer} /> : null}
          </Panel>
          <FollowUpHistory history={view.history} reading={reading} />
        </div>
        <div className="c4">
          <Facts view={view} />
        </div>
      </div>
    </>
  );
}

function Facts({ view }: { view: FollowUpView }) {
  return (
    <Panel title="The facts">
      <FactList
        facts={[
          { term: 'Assignee', value: view.assignee },
          {
            term: 'Due',
            value: (
              <span className="inline">
                {formatDate(view.dueOn, view.reading)}
                {view.open && ['internal', 'confidential'].includes(view.level) ? (
                  <a href={pathTo.followUpEvent(view.ref)}>Add to my calendar</a>
                ) : null}
              </span>
            ),
          },
          { term: 'Asked by', value: view.author },
          {
            term: 'Came from',
            value: view.origin ? (
              <a href={pathTo.interaction(view.origin.ref)}>{view.origin.summary}</a>
            ) : (
              'No meeting'
            ),
          },
          {
            term: 'Countries',
            value: view.countries.length === 0 ? 'None' : view.countries.map(countryLink),
          },
          {
            term: 'Work areas',
            value: view.areas.map((area) => (
              <div key={area.code}>
                <WorkAreaLink area={area} href={pathTo.workArea(area.code)} />
              </div>
            )),
          },
        ]}
      />
      {view.mayLog ? (
        <p className="panel-foot">
          <a href={pathTo.newFollowUp({ interaction: view.origin?.ref ?? '' })}>Add the next one</a>
        </p>
      ) : null}
    </Panel>
  );
}

function countryLink({ iso3, name }: FollowUpView['countries'][number], index: number) {
  return (
    <span key={iso3}>
      {index > 0 ? ', ' : null}
      <a href={pathTo.country(iso3)}>{name}</a>
    </span>
  );
}

function Completion({ view, answer }: { view: FollowUpView; answer: Undone }) {
  return (
    <form method="post" action={pathTo.followUpCompletion(view.ref)} className="stack">
      <input type="hidden" name="back" value={pathTo.followUp(view.ref)} />
      {view.open ? (
        <>
          <TextArea
            name="outcome"
            id="outcome"
            label="Outcome"
            optional
            defaultValue={answer.outcome}
            error={answer.error}
          />
          <Button type="submit" look="main">
            Complete
          </Button>
        </>
      ) : (
        <Button type="submit" name="act" value="reopen">
          Open it again
        </Button>
      )}
    </form>
  );
}
