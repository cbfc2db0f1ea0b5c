import { Button, LinkButton } from '#app/components/ui/button.tsx';
import { FactList } from '#app/components/ui/definition-strip.tsx';
import { formatDate, formatInstant } from '#app/components/ui/format.ts';
import { LevelMark } from '#app/components/ui/level-mark.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import { Lateness, Tag } from '#app/components/ui/tag.tsx';
import { TextArea } from '#app/components/ui/text-area.tsx';
import { WorkAreaLink } from '#app/components/ui/work-area-mark.tsx';
import type { showFollowUp } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { pathTo } from '#app/paths.ts';

type View = Awaited<ReturnType<typeof showFollowUp>>;

/** One thing to do, where it came from, and the place to say that it is done. */
export function FollowUpPage({ view }: { view: View }) {
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
        acts={<LinkButton href={pathTo.newInteraction({ follow_up: view.ref })}>Log interaction</LinkButton>}
      />
      <div className="grid">
        <div className="c8">
          <Panel title={view.open ? 'What happened?' : 'What happened'}>
            {view.open ? null : (
              <p>
                {view.outcome || <span className="soft">Nothing was said.</span>}
                <span className="sub">
                  {view.doneBy}, {formatInstant(view.doneAt ?? '', reading)}
                </span>
              </p>
            )}
            {view.mayComplete ? <Completion view={view} /> : null}
          </Panel>
        </div>
        <div className="c4">
          <Panel title="The facts">
            <FactList
              facts={[
                { term: 'Assignee', value: view.assignee },
                { term: 'Due', value: formatDate(view.dueOn, reading) },
                { term: 'Asked by', value: view.author },
                {
                  term: 'Came from',
                  value: view.origin ? (
                    <a href={pathTo.interaction(view.origin.ref)}>{view.origin.summary}</a>
                  ) : (
                    'Nothing else'
                  ),
                },
                {
                  term: 'Countries',
                  value: view.countries.map((country) => country.name).join(', ') || 'None',
                },
                {
                  term: 'Work areas',
                  value: view.areas.map((area) => (
                    <WorkAreaLink key={area.code} area={area} href={pathTo.workArea(area.code)} />
                  )),
                },
              ]}
            />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Completion({ view }: { view: View }) {
  return (
    <form method="post" action={pathTo.followUpCompletion(view.ref)}>
      <input type="hidden" name="back" value={pathTo.followUp(view.ref)} />
      {view.open ? (
        <>
          <TextArea name="outcome" id="outcome" label="Outcome" optional />
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
