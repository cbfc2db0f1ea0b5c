import { FactList } from '#app/components/ui/definition-strip.tsx';
import { formatDate } from '#app/components/ui/format.ts';
import { Panel } from '#app/components/ui/panel.tsx';
import { WorkAreaLink } from '#app/components/ui/work-area-mark.tsx';
import type { FollowUpView } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { pathTo } from '#app/paths.ts';
import { PRIORITY_WORDS, RECURRENCE_WORDS } from './follow-up-words.ts';

export function FollowUpFacts({ view }: { view: FollowUpView }) {
  const { reading, rhythm } = view;
  return (
    <Panel title="The facts">
      <FactList
        facts={[
          { term: 'Assignee', value: view.assignee },
          {
            term: 'Due',
            value: (
              <span className="inline">
                {formatDate(view.dueOn, reading)}
                {view.open && ['internal', 'confidential'].includes(view.level) ? (
                  <a href={pathTo.followUpEvent(view.ref)}>Add to my calendar</a>
                ) : null}
              </span>
            ),
          },
          { term: 'Priority', value: view.priority === 'normal' ? '' : PRIORITY_WORDS[view.priority] },
          {
            term: 'Comes back',
            value: rhythm
              ? `${RECURRENCE_WORDS[rhythm.recurrence]}${rhythm.until ? ` until ${formatDate(rhythm.until, reading)}` : ''}`
              : '',
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
      {view.mayLog && view.closed === null ? (
        <p className="panel-foot">
          <a href={pathTo.newFollowUp({ interaction: view.origin?.ref ?? '' })}>Add another</a>
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
