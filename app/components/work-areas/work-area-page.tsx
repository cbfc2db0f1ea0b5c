import type { showWorkArea } from '#app/domain/work-areas/show-work-area.server.ts';
import { pathTo } from '#app/paths.ts';
import { AdviceList } from '../advice/advice-list.tsx';
import { FollowUpGlances } from '../follow-ups/follow-up-glances.tsx';
import { InteractionTimeline, TimelinePages } from '../timeline/interaction-timeline.tsx';
import { TiedRecommendations } from '../recommendations/tied-recommendations.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { SelectFilters } from '../ui/select-filters.tsx';
import { AreaMark } from '../ui/work-area-mark.tsx';

type View = Awaited<ReturnType<typeof showWorkArea>>;

export function WorkAreaPage({ view }: { view: View }) {
  const { area, reading, timeline } = view;
  const country = view.country ?? '';
  const here = pathTo.workArea(area.code, { country });
  return (
    <>
      <PageHeader
        title={area.label}
        marks={<AreaMark mark={area.mark ?? area.label.charAt(0)} hue={area.hue} />}
        meta={view.hint}
        acts={
          view.mayLog ? (
            <LinkButton href={pathTo.newInteraction({ work_area: area.code, country })}>
              Log interaction here
            </LinkButton>
          ) : null
        }
      />
      <SelectFilters
        at={(query) => pathTo.workArea(area.code, query)}
        active={view.active}
        filters={[{ name: 'country', label: 'Country', options: view.choices.countries }]}
      />
      <div className="grid">
        <div className="c7">
          <Panel
            title="Interactions"
            note={
              <a href={pathTo.interactions({ work_area: area.code, country, state: 'planned' })}>
                planned ones
              </a>
            }
            id="timeline"
            act={<a href={pathTo.interactions({ work_area: area.code, country })}>See all</a>}
          >
            {timeline.entries.length === 0 ? (
              <EmptyState title="No interaction here">
                What you log in this work area appears here.
              </EmptyState>
            ) : (
              <>
                <InteractionTimeline entries={timeline.entries} reading={reading} countries />
                <TimelinePages
                  view={timeline}
                  at={(query) => pathTo.workArea(area.code, { country, ...query })}
                />
              </>
            )}
          </Panel>
        </div>
        <div className="c5 stack">
          <Panel
            title="Open follow-ups"
            act={<a href={pathTo.followUps({ work_area: area.code, country, assignee: 'all' })}>See all</a>}
          >
            {view.followUps.length === 0 ? (
              <p className="soft">None is open.</p>
            ) : (
              <FollowUpGlances followUps={view.followUps} reading={reading} back={here} assignees countries />
            )}
          </Panel>
          <Panel title="Advice" act={<a href={pathTo.advice({ work_area: area.code, country })}>See all</a>}>
            {view.advice.length === 0 ? (
              <p className="soft">None is recorded within your access.</p>
            ) : (
              <AdviceList advice={view.advice} reading={reading} recipients />
            )}
          </Panel>
          <TiedRecommendations
            recommendations={view.recommendations}
            query={{ work_area: area.code, country }}
          />
        </div>
      </div>
    </>
  );
}
